select
  b.rolname, 'the runtime role can become %s, which reaches data past the grants',
  'That role of PostgreSQL opens every table, the files or the programs of the server.',
  pg_catalog.format('revoke %I from %I;', b.rolname, b.holder)
from becomes b cross join me
where b.rolname in (
    'pg_read_all_data', 'pg_write_all_data', 'pg_read_server_files', 'pg_write_server_files',
    'pg_execute_server_program', 'pg_maintain', 'pg_create_subscription')
