select distinct
  g.name, 'a tenant session may write to shared %s',
  'Its rows are known to other tenants; a key of theirs would answer.',
  pg_catalog.format('revoke %s%s on table %s from %s;', pg_catalog.lower(g.privilege),
      coalesce(' (' || pg_catalog.quote_ident(g.column_name) || ')', ''), g.name, g.grantee_name)
from grants g
where g.scope = 'shared' and g.privilege in ('INSERT', 'UPDATE', 'DELETE')
order by 1
