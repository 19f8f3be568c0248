select distinct
  g.name, 'a tenant session may change the tenant of rows in %s',
  'Policies check the row before and after; a grant that is not there needs no check.',
  pg_catalog.format('revoke update%s on table %s from %s; Then: select croft.tenant_table(%L);',
      coalesce(' (' || pg_catalog.quote_ident(g.column_name) || ')', ''), g.name,
      g.grantee_name, g.name)
from grants g
where g.scope = 'tenant' and g.name <> 'public.tenants' and g.privilege = 'UPDATE'
  and coalesce(g.column_name, g.tenant_column) = g.tenant_column
order by 1
