select
  b.rolname, 'the runtime role is, or can become, %s, which has CREATEDB',
  'A role that only serves tenants needs no databases of its own.',
  pg_catalog.format('alter role %I nocreatedb;', b.rolname)
from becomes b where b.rolcreatedb and not b.rolsuper
