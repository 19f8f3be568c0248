select distinct
  pg_catalog.format('%I.%I', k.schema_name, k.table_name),
  'there is a generated class for %s, but no such table',
  'Statements on it fail: the code is newer than the schema, or older.',
  'apply the changelogs that the classes were generated from, or generate them again.'
from classes k
where not exists (
    select from relations r where r.nspname = k.schema_name and r.relname = k.table_name)
order by 1
