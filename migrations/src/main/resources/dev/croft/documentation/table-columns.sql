select shown.namespace, shown.own_name, a.attname,
  replace(format_type(a.atttypid, null), 'timestamp with time zone', 'timestamptz'),
  not a.attnotnull,
  exists (select from pg_partitioned_table p
    where p.partrelid = shown.oid and a.attnum = any (p.partattrs)),
  exists (select from pg_index i where i.indrelid = shown.oid and i.indisprimary)
from shown join pg_attribute a on a.attrelid = shown.oid and a.attnum > 0 and not a.attisdropped
  and a.attgenerated = ''
where shown.relkind in ('r', 'p', 'f')
order by shown.namespace collate "C", shown.own_name collate "C", a.attnum
