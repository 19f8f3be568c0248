select
  r.rolname, 'the runtime role %s has BYPASSRLS',
  'Its statements meet no policy.',
  pg_catalog.format('alter role %I nobypassrls;', r.rolname)
from pg_catalog.pg_roles r join me using (oid) where r.rolbypassrls and not r.rolsuper
