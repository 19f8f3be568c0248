-- title: No tenant session may update the column of the tenant
-- severity: error
-- why: A row never changes its tenant. What may not be said at all no later policy has to refuse.
select
  c.classid, c.objid, c.objsubid,
  'croft_app may update it' as problem,
  t.scope_call as fix
from tables t
join columns c on c.objid = t.objid and c.name = t.tenant_column
join pg_attribute a on a.attrelid = c.objid and a.attnum = c.objsubid
where t.scope_kind = 'tenant'
  and exists (
    select
    from pg_roles o
    cross join lateral (
      select * from aclexplode(t.privileges) union all select * from aclexplode(a.attacl)
    ) g
    where o.oid = g.grantee and o.rolname = 'croft_app' and g.privilege_type = 'UPDATE')
