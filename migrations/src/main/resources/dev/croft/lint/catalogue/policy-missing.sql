-- title: Every fenced table has the policies of its scope
-- severity: error
-- why: One policy lets a tenant's rows in, and the same as a guard makes any later policy harmless;
-- system sessions have one of their own. Without them nobody sees a row, or more than their own.
select
  t.classid, t.objid, t.objsubid,
  format('it has no policy %s', string_agg(wanted.name, ', ' order by wanted.name)) as problem,
  coalesce(t.scope_call, '') as fix
from tables t
join (values
    ('tenant_rows', 'croft_app', true), ('tenant_guard', 'croft_app', false),
    ('system_rows', 'croft_admin', true)
  ) wanted (name, role, is_permissive)
  on wanted.name = 'system_rows' or t.scope_kind <> 'system'
where t.scope_kind in ('tenant', 'shared', 'system')
  and not exists (
    select
    from pg_policy p
    join pg_roles r on r.oid = any (p.polroles)
    where p.polrelid = t.objid and p.polname = wanted.name and p.polcmd = '*'
      and p.polpermissive = wanted.is_permissive and r.rolname = wanted.role
      and p.polqual is not null and p.polwithcheck is not null)
group by t.classid, t.objid, t.objsubid, t.scope_call
