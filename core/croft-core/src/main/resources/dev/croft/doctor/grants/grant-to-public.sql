select distinct
  g.name, 'every role of the server may reach %s',
  'PUBLIC holds logins that nobody fenced, and those that are made tomorrow.',
  pg_catalog.format('revoke %s%s on table %s from public;', pg_catalog.lower(g.privilege),
      coalesce(' (' || pg_catalog.quote_ident(g.column_name) || ')', ''), g.name)
from grants g
where g.grantee = 0 and g.scope is not null
order by 1
