select distinct
  g.name, 'a tenant session may reach system table %s',
  'Credentials, placements and the audit log are out of the sight of tenants.',
  pg_catalog.format('revoke %s%s on table %s from %s;', pg_catalog.lower(g.privilege),
      coalesce(' (' || pg_catalog.quote_ident(g.column_name) || ')', ''), g.name, g.grantee_name)
from grants g where g.scope = 'system'
order by 1
