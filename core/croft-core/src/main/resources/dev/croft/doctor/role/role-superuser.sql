select
  me.rolname as object,
  'the runtime role %s is a superuser, whom row-level security does not bind' as problem,
  'A superuser reads and writes every row of every tenant.' as reason,
  'create a login without attributes, grant it croft_app, and connect as that:'
      || ' create role app login password ''…'' in role croft_app;' as repair
from me where me.rolsuper
