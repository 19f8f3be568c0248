select
  f.name, '%s reads the tenant and is marked IMMUTABLE',
  'Its result may be kept in a plan or an index, and served to the next tenant.',
  pg_catalog.format('alter function %s stable;', f.name)
from functions f
where f.provolatile = 'i'
  and coalesce(pg_catalog.pg_get_function_sqlbody(f.oid), f.prosrc)
      ~* '\m(current_setting|(current|sealed)_tenant|app\.tenant_id)\M'
order by 1
