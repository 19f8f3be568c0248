select
  pg_catalog.string_agg(n.nspname, ', ' order by n.nspname),
  'the runtime role owns, or can become the owner of, schema %s',
  'The owner of a schema drops and shadows what is in it.',
  'migrate as one role and connect as another, a login that is a member of croft_app only.'
from pg_catalog.pg_namespace n cross join me
where n.nspname !~ '^pg_(toast|temp)' and not me.rolsuper
  and pg_catalog.pg_has_role(me.oid, n.nspowner, 'MEMBER')
having pg_catalog.count(*) > 0
