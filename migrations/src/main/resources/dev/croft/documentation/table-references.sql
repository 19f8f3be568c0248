select shown.name,
  (select n.nspname from pg_namespace n where n.oid = target.relnamespace) || '.' || target.relname,
  (select array_agg(a.attname::text order by place)
    from unnest(k.conkey) with ordinality c (number, place)
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = c.number),
  (select array_agg(a.attname::text order by place)
    from unnest(k.confkey) with ordinality c (number, place)
    join pg_attribute a on a.attrelid = k.confrelid and a.attnum = c.number)
from shown join pg_constraint k on k.conrelid = shown.oid and k.contype = 'f'
join pg_class target on target.oid = k.confrelid
where k.conparentid = 0
order by shown.name collate "C", cardinality(k.conkey) desc, k.conname
