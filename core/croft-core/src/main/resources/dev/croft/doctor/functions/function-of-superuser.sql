select
  f.name, '%s runs with the rights of an owner whom row-level security does not bind',
  'It reads and writes every tenant''s rows for whoever calls it, or fires it.',
  pg_catalog.format('alter %s %s security invoker;', f.kind, f.name)
from functions f
where f.prosecdef and f.privileged and (f.is_trigger or f.executable)
  and not exists (select from verifier v where v.oid = f.oid and v.genuine)
order by 1
