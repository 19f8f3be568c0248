select
  coalesce(r.rolname, pg_catalog.current_database()),
  'the setting app.tenant_id has a value before any session sets it, by %s',
  'No tenant then means that tenant.',
  case
    when r.rolname is null then pg_catalog.format(
        'alter database %I reset "app.tenant_id";', pg_catalog.current_database())
    when s.setdatabase <> 0 then pg_catalog.format(
        'alter role %I in database %I reset "app.tenant_id";', r.rolname,
        pg_catalog.current_database())
    else pg_catalog.format('alter role %I reset "app.tenant_id";', r.rolname) end
from pg_catalog.pg_db_role_setting s
cross join me
left join pg_catalog.pg_roles r on r.oid = s.setrole
left join pg_catalog.pg_database d on d.oid = s.setdatabase
where s.setrole in (0, me.oid) and (s.setdatabase = 0 or d.datname = pg_catalog.current_database())
  and exists (select from pg_catalog.unnest(s.setconfig) o where o ~* '^app\.tenant_id=.')
union all
select
  'app.tenant_id', 'the setting %s has a value in a connection that no session entered',
  'No tenant then means that tenant.',
  'look for it in the options of the connection, in login triggers and in postgresql.conf.'
where coalesce(pg_catalog.current_setting('app.tenant_id', true), '') <> ''
  and not exists (
      select from pg_catalog.pg_db_role_setting s
      where exists (select from pg_catalog.unnest(s.setconfig) o where o ~* '^app\.tenant_id=.'))
