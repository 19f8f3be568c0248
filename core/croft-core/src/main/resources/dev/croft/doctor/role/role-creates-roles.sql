select
  b.rolname, 'the runtime role is, or can become, %s, which has CREATEROLE',
  'Who makes roles makes one that sees more.',
  pg_catalog.format('alter role %I nocreaterole;', b.rolname)
from becomes b where b.rolcreaterole and not b.rolsuper
