select
  d.name, 'the setting %s of the runtime role puts other schemas before pg_catalog',
  'Functions of PostgreSQL, set_config among them, can then be shadowed.',
  pg_catalog.format('alter role %I set search_path = '''';', me.rolname)
from defaults d cross join me
where d.name = 'search_path' and d.value ~ 'pg_catalog' and d.value !~ '^\s*"?pg_catalog\M'
