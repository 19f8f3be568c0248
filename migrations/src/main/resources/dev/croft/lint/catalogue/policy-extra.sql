-- title: No policy widens what Croft's own let in
-- severity: error
-- why: Permissive policies add up: a row that one of them lets in is in, whatever the others say.
select
  'pg_policy'::regclass as classid, p.oid as objid, 0 as objsubid,
  'it is permissive, and not one of those that a scope gives' as problem,
  format('drop policy %I on %s;', p.polname, t.qualified_name) as fix
from tables t
join pg_policy p on p.polrelid = t.objid
where t.scope_kind in ('tenant', 'shared', 'system') and p.polpermissive
  and p.polname not in ('tenant_rows', 'system_rows')
