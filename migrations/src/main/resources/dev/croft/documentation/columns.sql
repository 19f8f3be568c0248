select shown.name, a.attname,
  replace(format_type(a.atttypid, a.atttypmod), 'timestamp with time zone', 'timestamptz'),
  not a.attnotnull,
  case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end,
  case when a.attgenerated <> '' then pg_get_expr(d.adbin, d.adrelid) end,
  a.attidentity <> '',
  col_description(shown.oid, a.attnum)
from shown join pg_attribute a on a.attrelid = shown.oid and a.attnum > 0 and not a.attisdropped
left join pg_attrdef d on d.adrelid = shown.oid and d.adnum = a.attnum
order by shown.name collate "C", a.attnum
