select
  n.nspname, 'a tenant session may make objects in schema %s',
  'What it makes there may shadow what a statement means to reach.',
  pg_catalog.format('revoke create on schema %I from %s;', n.nspname,
      case acl.grantee when 0 then 'public'
        else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(acl.grantee)) end)
from pg_catalog.pg_namespace n
cross join me
cross join lateral pg_catalog.aclexplode(n.nspacl) acl
where acl.privilege_type = 'CREATE' and not pg_catalog.pg_has_role(me.oid, n.nspowner, 'MEMBER')
  and case acl.grantee when 0 then true
    else pg_catalog.pg_has_role(me.oid, acl.grantee, 'MEMBER') end
order by 1
