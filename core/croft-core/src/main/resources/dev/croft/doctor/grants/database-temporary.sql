select
  d.datname, 'a tenant session may make temporary tables in database %s',
  'A temporary table shadows a real one for whoever uses the connection next. A database copied'
      || ' from a template does not take over what was revoked there.',
  pg_catalog.format('revoke temporary on database %I from %s;', d.datname,
      case acl.grantee when 0 then 'public'
        else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(acl.grantee)) end)
from pg_catalog.pg_database d
cross join me
cross join lateral pg_catalog.aclexplode(
    coalesce(d.datacl, pg_catalog.acldefault('d', d.datdba))) acl
where d.datname = pg_catalog.current_database() and acl.privilege_type = 'TEMPORARY'
  and not pg_catalog.pg_has_role(me.oid, d.datdba, 'MEMBER')
  and case acl.grantee when 0 then true
    else pg_catalog.pg_has_role(me.oid, acl.grantee, 'MEMBER') end
