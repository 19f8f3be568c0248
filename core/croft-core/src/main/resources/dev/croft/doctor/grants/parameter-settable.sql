select
  p.parname, 'a tenant session may set parameter %s',
  'That parameter loads code into sessions, or switches triggers and foreign keys off.',
  pg_catalog.format('revoke all on parameter %s from %s;', p.parname,
      case acl.grantee when 0 then 'public'
        else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(acl.grantee)) end)
from pg_catalog.pg_parameter_acl p
cross join me
cross join lateral pg_catalog.aclexplode(p.paracl) acl
where not me.rolsuper
  and (acl.privilege_type = 'ALTER SYSTEM' or p.parname in (
      'session_replication_role', 'allow_system_table_mods', 'session_preload_libraries',
      'local_preload_libraries', 'dynamic_library_path'))
  and case acl.grantee when 0 then true
    else pg_catalog.pg_has_role(me.oid, acl.grantee, 'MEMBER') end
order by 1
