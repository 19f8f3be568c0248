select distinct
  g.name, 'a tenant session may write to %s',
  'A tenant does not decide which tenants there are.',
  pg_catalog.format('revoke %s%s on table %s from %s;', pg_catalog.lower(g.privilege),
      coalesce(' (' || pg_catalog.quote_ident(g.column_name) || ')', ''), g.name, g.grantee_name)
from grants g
where g.name = 'public.tenants' and g.privilege in ('INSERT', 'UPDATE', 'DELETE')
order by 1
