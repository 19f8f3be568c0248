select
  d.name, 'the setting %s is off for the runtime role',
  'Queries on fenced tables then fail instead of being filtered.',
  pg_catalog.format('alter role %I set row_security = on;', me.rolname)
from defaults d cross join me where d.name = 'row_security' and d.value <> 'on'
