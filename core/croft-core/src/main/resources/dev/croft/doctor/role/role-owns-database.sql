select
  d.datname, 'the runtime role owns, or can become the owner of, database %s',
  'The owner of a database makes schemas in it and grants it to others.',
  'migrate as one role and connect as another, a login that is a member of croft_app only.'
from pg_catalog.pg_database d cross join me
where d.datname = pg_catalog.current_database() and not me.rolsuper
  and pg_catalog.pg_has_role(me.oid, d.datdba, 'MEMBER')
