select
  pg_catalog.string_agg(r.name, ', ' order by r.name),
  'the runtime role owns, or can become the owner of, %s',
  'An owner switches row-level security off.',
  'migrate as one role and connect as another, a login that is a member of croft_app only.'
from relations r cross join me
where r.owned and not me.rolsuper and r.relkind in ('r', 'p', 'f', 'v', 'm', 'S')
having pg_catalog.count(*) > 0
