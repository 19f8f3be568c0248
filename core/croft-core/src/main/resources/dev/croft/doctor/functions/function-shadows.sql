select
  p.oid::pg_catalog.regprocedure::text,
  '%s bears the name of a function of PostgreSQL, in a schema of the search_path',
  'A name without its schema may then mean that one: the closer types win.',
  pg_catalog.format('drop function %s;', p.oid::pg_catalog.regprocedure)
from pg_catalog.pg_proc p
join named n on n.oid = p.pronamespace
where exists (
    select from pg_catalog.pg_proc own
    where own.pronamespace = 'pg_catalog'::pg_catalog.regnamespace and own.proname = p.proname)
  and not exists (
      select from pg_catalog.pg_depend d
      where d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass and d.objid = p.oid
        and d.deptype = 'e')
order by 1
