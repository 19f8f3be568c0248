select
  me.rolname, 'the runtime role %s is a member of croft_admin, which sees every tenant',
  'Tenant sessions and system sessions need two logins.',
  pg_catalog.format('revoke croft_admin from %I;', b.holder)
from me cross join becomes b where b.rolname = 'croft_admin'
