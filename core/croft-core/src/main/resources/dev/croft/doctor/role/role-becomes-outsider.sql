select
  b.rolname, 'the runtime role can become %s, which is not in croft_app',
  'The guard on tenant tables binds croft_app; after SET ROLE it does not apply.',
  pg_catalog.format('revoke %I from %I;', b.rolname, b.holder)
from becomes b cross join me
where b.oid <> me.oid and b.rolname not in ('croft_app', 'croft_admin')
  and b.rolname !~ '^pg_' and not b.rolsuper and not b.rolbypassrls
  and not exists (
      select from tenant_group g where pg_catalog.pg_has_role(b.oid, g.oid, 'USAGE'))
