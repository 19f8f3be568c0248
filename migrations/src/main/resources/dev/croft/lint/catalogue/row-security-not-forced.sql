-- title: Row-level security is enabled and forced on tenant, shared and system tables
-- severity: error
-- why: Where it is not enabled every grant shows the rows of all tenants; where it is not forced
-- the owner, and each function that runs as the owner, sees them too.
select
  'pg_class'::regclass as classid, part.oid as objid, 0 as objsubid,
  case when part.relrowsecurity then 'row-level security is not forced'
    else 'row-level security is not enabled' end as problem,
  format('alter table %s enable row level security, force row level security;',
      part.oid::regclass) as fix
from tables t
cross join lateral (
  select t.objid as id
  union
  select p.relid from pg_partition_tree(t.objid) p
) member
join pg_class part on part.oid = member.id
where t.scope_kind in ('tenant', 'shared', 'system')
  and not (part.relrowsecurity and part.relforcerowsecurity)
