select
  pg_catalog.string_agg(u.name, ', ' order by u.name),
  'a tenant session may reach %s, for which Croft knows no generated class',
  'A grant that no code uses is a door that nobody watches.',
  'name the generated schemas in CroftConfig.withSchemas, generate their classes again, or revoke'
      || ' what is granted.'
from (
  select r.oid, r.name, r.nspname, r.relname from reachable r
  union
  select t.oid, t.name, t.nspname, t.relname
  from grants g join tables t on t.oid = g.oid
  where g.scope is not null and not g.relispartition and not g.of_extension) u
where not exists (
    select from classes k where k.schema_name = u.nspname and k.table_name = u.relname)
having pg_catalog.count(*) > 0
