select distinct
  owner.name,
  'tables, sequences, schemas or large objects that %s makes are granted to tenant sessions by default',
  'They are open before anything fences them.',
  pg_catalog.format('alter default privileges for role %s%s revoke all on %s from %s;',
      owner.name, coalesce(' in schema ' || pg_catalog.quote_ident(n.nspname), ''),
      case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences'
        when 'n' then 'schemas' else 'large objects' end,
      case acl.grantee when 0 then 'public'
        else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(acl.grantee)) end)
from pg_catalog.pg_default_acl d
left join pg_catalog.pg_namespace n on n.oid = d.defaclnamespace
cross join me
cross join lateral (
  select pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(d.defaclrole)) as name) owner
cross join lateral pg_catalog.aclexplode(d.defaclacl) acl
where d.defaclobjtype in ('r', 'S', 'n', 'L') and acl.grantee <> d.defaclrole
  and case acl.grantee when 0 then true
    else pg_catalog.pg_has_role(me.oid, acl.grantee, 'MEMBER') end
order by 1
