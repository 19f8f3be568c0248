-- The tables that would be dropped, and hold rows; a partitioned one holds them in its partitions.
-- The record of a schema that is migrated by itself goes with it.
select c.oid::regclass
from pg_catalog.pg_class c
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where c.relkind = 'r' and c.relpersistence <> 't'
  and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'croft_migrations')
  and c.relname not in ('databasechangelog', 'unfinished_changesets')
  and not exists (
    select from pg_catalog.pg_depend d
    where d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
order by c.oid::regclass::text
