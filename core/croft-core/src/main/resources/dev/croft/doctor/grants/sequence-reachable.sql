select distinct
  r.name, 'a tenant session may reach sequence %s',
  'A sequence counts for all tenants: each sees how busy the others are.',
  pg_catalog.format('revoke all on sequence %s from %s;', r.name,
      case acl.grantee when 0 then 'public'
        else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(acl.grantee)) end)
from relations r
cross join me
cross join lateral pg_catalog.aclexplode(r.relacl) acl
where r.relkind = 'S' and not r.owned and not r.of_extension
  and case acl.grantee when 0 then true
    else pg_catalog.pg_has_role(me.oid, acl.grantee, 'MEMBER') end
order by 1
