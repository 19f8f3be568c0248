select
  t.name, 'row-level security is not enabled and forced on system table %s',
  'One grant by mistake would show it to every tenant.',
  pg_catalog.format(
      'alter table %s enable row level security, force row level security;', t.name)
from tables t
where t.scope = 'system' and t.relkind <> 'f' and not t.forced and t.name <> 'croft.sealing_keys'
order by 1
