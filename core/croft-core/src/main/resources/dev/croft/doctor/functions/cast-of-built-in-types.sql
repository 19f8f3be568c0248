select
  pg_catalog.format('%s as %s', c.castsource::pg_catalog.regtype,
      c.casttarget::pg_catalog.regtype),
  'the cast of %s was added to types of PostgreSQL',
  'Comparisons of the tenant may then mean something else in every statement.',
  pg_catalog.format('drop cast (%s as %s);', c.castsource::pg_catalog.regtype,
      c.casttarget::pg_catalog.regtype)
from pg_catalog.pg_cast c
join pg_catalog.pg_type source on source.oid = c.castsource
join pg_catalog.pg_type target on target.oid = c.casttarget
where c.oid >= 16384
  and source.typnamespace = 'pg_catalog'::pg_catalog.regnamespace
  and target.typnamespace = 'pg_catalog'::pg_catalog.regnamespace
  and not exists (
      select from pg_catalog.pg_depend d
      where d.classid = 'pg_catalog.pg_cast'::pg_catalog.regclass and d.objid = c.oid
        and d.deptype = 'e')
order by 1
