select
  d.name, 'the setting %s is off for the runtime role',
  'A backslash in a text then ends it, and what follows it is SQL.',
  pg_catalog.format('alter role %I set standard_conforming_strings = on;', me.rolname)
from defaults d cross join me
where d.name = 'standard_conforming_strings' and d.value <> 'on'
