, granted as (
  select shown.name, c.relowner, a.grantee, lower(a.privilege_type) as privilege,
    null::name as on_column, 0 as place, a.is_grantable
  from shown join pg_class c on c.oid = shown.oid cross join aclexplode(c.relacl) a
  union all
  select shown.name, c.relowner, a.grantee, lower(a.privilege_type), t.attname, t.attnum,
    a.is_grantable
  from shown join pg_class c on c.oid = shown.oid
  join pg_attribute t on t.attrelid = shown.oid and not t.attisdropped
  cross join aclexplode(t.attacl) a
)
select g.name, coalesce(r.rolname, 'public'), g.privilege,
  array_agg(g.on_column::text order by g.place) filter (where g.on_column is not null),
  bool_or(g.is_grantable)
from granted g left join pg_roles r on r.oid = g.grantee
where g.grantee <> g.relowner
group by g.name, r.rolname, g.privilege, g.on_column is null
order by g.name collate "C", coalesce(r.rolname, 'public') collate "C",
  array_position(array['select', 'insert', 'update', 'delete'], g.privilege), g.privilege,
  g.on_column is null desc
