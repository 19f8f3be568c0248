select
  o.oid::pg_catalog.regoperator::text,
  'operator %s bears the name of one of PostgreSQL, in a schema of the search_path',
  'Statements and policies write operators without a schema: the closer types win.',
  pg_catalog.format('drop operator %s;', o.oid::pg_catalog.regoperator)
from pg_catalog.pg_operator o
join named n on n.oid = o.oprnamespace
where exists (
    select from pg_catalog.pg_operator own
    where own.oprnamespace = 'pg_catalog'::pg_catalog.regnamespace and own.oprname = o.oprname)
  and not exists (
      select from pg_catalog.pg_depend d
      where d.classid = 'pg_catalog.pg_operator'::pg_catalog.regclass and d.objid = o.oid
        and d.deptype = 'e')
order by 1
