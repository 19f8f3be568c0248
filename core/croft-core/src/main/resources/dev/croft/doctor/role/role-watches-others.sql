select
  b.rolname, 'the runtime role can become %s, which watches other sessions',
  'The statements of other tenants can be read there while they run.',
  pg_catalog.format('revoke %I from %I;', b.rolname, b.holder)
from becomes b cross join me
where b.rolname in (
    'pg_monitor', 'pg_read_all_stats', 'pg_stat_scan_tables', 'pg_signal_backend',
    'pg_read_all_settings')
  and not exists (
      select from becomes m
      where m.rolname = 'pg_monitor' and b.rolname <> 'pg_monitor'
        and pg_catalog.pg_has_role(m.oid, b.oid, 'MEMBER'))
