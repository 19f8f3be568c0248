select distinct
  g.name, 'a tenant session may make rows in link %s, or point them elsewhere',
  'Who links to a shared row sees it, and learns which ids exist.',
  pg_catalog.format('revoke %s%s on table %s from %s;', pg_catalog.lower(g.privilege),
      coalesce(' (' || pg_catalog.quote_ident(g.column_name) || ')', ''), g.name, g.grantee_name)
from grants g join links l on l.link = g.oid
where g.privilege = 'INSERT'
  or g.privilege = 'UPDATE' and coalesce(g.column_name, l.reference) = l.reference
order by 1
