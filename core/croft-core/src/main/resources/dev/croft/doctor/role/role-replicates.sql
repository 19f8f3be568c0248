select
  b.rolname, 'the runtime role is, or can become, %s, which has REPLICATION',
  'Replication reads the whole server, past every policy.',
  pg_catalog.format('alter role %I noreplication;', b.rolname)
from becomes b where b.rolreplication and not b.rolsuper
