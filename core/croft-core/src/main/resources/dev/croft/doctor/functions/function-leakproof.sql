select
  f.name, '%s is marked LEAKPROOF',
  'PostgreSQL calls it on rows that a policy has not let through yet.',
  pg_catalog.format('alter function %s not leakproof;', f.name)
from functions f where f.proleakproof
order by 1
