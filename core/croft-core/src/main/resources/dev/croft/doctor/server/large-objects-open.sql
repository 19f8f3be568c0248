select
  d.name, 'the setting %s switches the privileges of large objects off',
  'Every tenant then reads and writes every large object.',
  pg_catalog.format(
      'alter database %I set lo_compat_privileges = off;', pg_catalog.current_database())
from defaults d where d.name = 'lo_compat_privileges' and d.value <> 'off'
