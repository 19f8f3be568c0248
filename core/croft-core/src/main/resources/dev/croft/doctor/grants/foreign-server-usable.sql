select
  s.srvname, 'a tenant session may use foreign server %s',
  'Whatever that server lets in is read past the policies of this one.',
  pg_catalog.format('revoke usage on foreign server %I from %s;', s.srvname,
      case acl.grantee when 0 then 'public'
        else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(acl.grantee)) end)
from pg_catalog.pg_foreign_server s
cross join me
cross join lateral pg_catalog.aclexplode(s.srvacl) acl
where not pg_catalog.pg_has_role(me.oid, s.srvowner, 'MEMBER')
  and case acl.grantee when 0 then true
    else pg_catalog.pg_has_role(me.oid, acl.grantee, 'MEMBER') end
order by 1
