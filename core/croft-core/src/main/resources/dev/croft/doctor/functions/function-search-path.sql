select
  f.name, '%s is SECURITY DEFINER and has no search_path of its own that callers cannot add to',
  'The caller decides which tables and functions its names mean.',
  pg_catalog.format('alter %s %s set search_path = '''';', f.kind, f.name)
from functions f
where f.prosecdef and (f.is_trigger or f.executable) and not exists (
    select from pg_catalog.unnest(f.proconfig) o where o ~ '^search_path=(""|pg_catalog|.*[, ]"?pg_temp"?)$')
order by 1
