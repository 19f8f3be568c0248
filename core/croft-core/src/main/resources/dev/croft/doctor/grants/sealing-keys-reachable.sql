select distinct
  t.name, 'others than the owner may reach %s',
  'Whoever reads a key signs for every tenant.',
  pg_catalog.format('revoke all on table %s from %s;', t.name,
      case acl.grantee when 0 then 'public'
        else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(acl.grantee)) end)
from relations t
join lateral (
  select t.relacl as acl
  union all
  select a.attacl from pg_catalog.pg_attribute a
  where a.attrelid = t.oid and a.attacl is not null) a on true
cross join lateral pg_catalog.aclexplode(a.acl) acl
where t.name = 'croft.sealing_keys' and acl.grantee <> t.relowner
union all
select
  t.name, 'row-level security does not close %s to all but its owner',
  'One grant by mistake would show the keys, and whoever reads a key signs for every tenant.',
  coalesce(
    (select pg_catalog.format('drop policy %I on %s;', p.polname, t.name)
    from pg_catalog.pg_policy p where p.polrelid = t.oid order by p.polname limit 1),
    pg_catalog.format('alter table %s enable row level security;', t.name))
from relations t join pg_catalog.pg_class c on c.oid = t.oid
where t.name = 'croft.sealing_keys'
  and (not c.relrowsecurity or exists (
      select from pg_catalog.pg_policy p where p.polrelid = t.oid))
order by 1
