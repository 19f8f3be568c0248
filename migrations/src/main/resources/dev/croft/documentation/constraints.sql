select shown.name, k.conname, k.contype::text, pg_get_constraintdef(k.oid),
  obj_description(k.oid, 'pg_constraint'),
  (select n.nspname || '.' || target.relname
    from pg_class target join pg_namespace n on n.oid = target.relnamespace
    where target.oid = k.confrelid),
  (select array_agg(a.attname::text order by place)
    from unnest(k.conkey) with ordinality c (number, place)
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = c.number),
  k.convalidated
from shown join pg_constraint k on k.conrelid = shown.oid
  and k.contype in ('p', 'u', 'f', 'c', 'x') and k.conparentid = 0
order by shown.name collate "C", array_position(array['p', 'u', 'x', 'f', 'c'], k.contype::text),
  k.conname collate "C"
