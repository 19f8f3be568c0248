select
  d.name, 'the setting %s of the runtime role names schemas of its own',
  'Names in SQL that is not qualified, such as plain SQL, then mean what that path says.',
  pg_catalog.format('alter role %I set search_path = '''';', me.rolname)
from defaults d cross join me
where d.name = 'search_path' and d.value !~ 'pg_catalog'
  and pg_catalog.btrim(d.value, ' "''') not in ('', '$user", public', 'public', '$user')
