select
  f.name, '%s sets the tenant, or the role, that policies ask for',
  'Whoever calls it, or fires it, is somebody else while it runs, or from then on.',
  pg_catalog.format('drop %s %s;', f.kind, f.name)
from functions f
where (f.executable or f.is_trigger)
  and (exists (
      select from pg_catalog.unnest(f.proconfig) o
      where o ~* '^(app\.|role=|session_authorization=|row_security=|session_replication_role=)')
    or coalesce(pg_catalog.pg_get_function_sqlbody(f.oid), f.prosrc)
      ~* ('set_config\s*\(\s*''(app\.tenant_id|role|session_authorization|row_security)'
        || '|(^|;|''|\m(begin|then|else|loop)\M)\s*set\s+(local\s+|session\s+)?'
        || '(app\.tenant_id|role|row_security|session\s+authorization)\M'))
order by 1
