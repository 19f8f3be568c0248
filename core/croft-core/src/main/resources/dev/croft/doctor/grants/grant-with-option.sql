select distinct
  g.name, 'a tenant session may pass on what it may do with %s',
  'Who is in the fence does not decide who else gets in.',
  pg_catalog.format('revoke grant option for %s%s on table %s from %s cascade;',
      pg_catalog.lower(g.privilege),
      coalesce(' (' || pg_catalog.quote_ident(g.column_name) || ')', ''), g.name, g.grantee_name)
from grants g where g.is_grantable
order by 1
