select
  d.name, 'the setting %s is not origin for the runtime role',
  'Triggers and foreign keys are then not asked.',
  pg_catalog.format('alter role %I reset session_replication_role;', me.rolname)
from defaults d cross join me where d.name = 'session_replication_role' and d.value <> 'origin'
