select
  pg_catalog.string_agg(p.oid::pg_catalog.regprocedure::text, ', ' order by p.oid),
  'the runtime role owns, or can become the owner of, function %s',
  'The owner of a function changes what it does.',
  'migrate as one role and connect as another, a login that is a member of croft_app only.'
from pg_catalog.pg_proc p
join pg_catalog.pg_namespace n on n.oid = p.pronamespace
cross join me
where not me.rolsuper and pg_catalog.pg_has_role(me.oid, p.proowner, 'MEMBER')
  and not pg_catalog.pg_has_role(me.oid, n.nspowner, 'MEMBER')
having pg_catalog.count(*) > 0
