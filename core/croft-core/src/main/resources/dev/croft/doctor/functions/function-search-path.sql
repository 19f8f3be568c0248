select
  f.name, '%s is SECURITY DEFINER and takes its search_path from the caller',
  'The caller decides which tables and functions its names mean.',
  pg_catalog.format('alter %s %s set search_path = '''';', f.kind, f.name)
from functions f
where f.prosecdef and (f.is_trigger or f.executable) and not exists (
    select from pg_catalog.unnest(f.proconfig) o where o ~ '^search_path=')
order by 1
