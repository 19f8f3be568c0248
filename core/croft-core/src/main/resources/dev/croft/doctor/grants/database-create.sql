select
  d.datname, 'a tenant session may make schemas in database %s',
  'What it makes there is fenced by nothing.',
  pg_catalog.format('revoke create on database %I from %s;', d.datname,
      case acl.grantee when 0 then 'public'
        else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(acl.grantee)) end)
from pg_catalog.pg_database d
cross join me
cross join lateral pg_catalog.aclexplode(d.datacl) acl
where d.datname = pg_catalog.current_database() and acl.privilege_type = 'CREATE'
  and not pg_catalog.pg_has_role(me.oid, d.datdba, 'MEMBER')
  and case acl.grantee when 0 then true
    else pg_catalog.pg_has_role(me.oid, acl.grantee, 'MEMBER') end
