select distinct
  g.name, 'a tenant session may reach partition %s past its parent',
  'A partition that is read directly asks its own policies, not its parent''s.',
  pg_catalog.format('revoke %s%s on table %s from %s;', pg_catalog.lower(g.privilege),
      coalesce(' (' || pg_catalog.quote_ident(g.column_name) || ')', ''), g.name, g.grantee_name)
from grants g where g.relispartition and g.scope is distinct from 'system'
order by 1
