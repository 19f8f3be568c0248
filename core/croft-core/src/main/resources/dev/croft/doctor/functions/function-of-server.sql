select
  p.oid::pg_catalog.regprocedure::text, 'a tenant session may call %s',
  'It reaches the files or the settings of the server, or its other sessions.',
  pg_catalog.format('revoke all on function %s from %s;', p.oid::pg_catalog.regprocedure,
      case acl.grantee when 0 then 'public'
        else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(acl.grantee)) end)
from pg_catalog.pg_proc p
cross join me
cross join lateral pg_catalog.aclexplode(p.proacl) acl
where p.pronamespace = 'pg_catalog'::pg_catalog.regnamespace and not me.rolsuper
  and acl.grantee <> p.proowner
  and p.proname ~ any (array[
      '^pg_(read_file|read_binary_file|ls_dir|stat_file|file_.*)$', '^lo_(import|export)$',
      '^pg_(reload_conf|rotate_logfile|terminate_backend|switch_wal)$',
      '^pg_(logical_slot_.*|create_(logical|physical)_replication_slot)$'])
  and case acl.grantee when 0 then true
    else pg_catalog.pg_has_role(me.oid, acl.grantee, 'MEMBER') end
order by 1
