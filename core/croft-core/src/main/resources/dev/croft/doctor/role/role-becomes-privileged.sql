select
  b.rolname, 'the runtime role can become %s, whom row-level security does not bind',
  'One SET ROLE is enough to leave the tenant.',
  pg_catalog.format('revoke %I from %I;', b.rolname, b.holder)
from becomes b cross join me
where (b.rolsuper or b.rolbypassrls) and b.oid <> me.oid
