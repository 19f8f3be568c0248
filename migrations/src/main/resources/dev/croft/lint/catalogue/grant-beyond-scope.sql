-- title: Tenant sessions may do what the scope of the table allows
-- severity: error
-- why: What a grant allows only policies hold back, and a global table has none.
select
  t.classid, t.objid, t.objsubid,
  format('croft_app has %s, and the table is of scope %s',
      string_agg(distinct g.privilege_type, ', ' order by g.privilege_type), t.scope_kind)
    as problem,
  format('revoke %s on table %s from croft_app;',
      string_agg(distinct g.privilege_type, ', ' order by g.privilege_type), t.qualified_name)
    as fix
from tables t
cross join lateral aclexplode(t.privileges) g
join pg_roles o on o.oid = g.grantee and o.rolname = 'croft_app'
where t.scope_kind = 'system'
  or (t.scope_kind in ('global', 'shared')
    and g.privilege_type in ('INSERT', 'UPDATE', 'DELETE'))
group by t.classid, t.objid, t.objsubid, t.qualified_name, t.scope_kind
