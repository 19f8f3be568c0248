select distinct
  g.name, 'a tenant session may reach %s, whose comment tells no scope',
  'Nothing says whose rows it holds, so nothing can tell whether they are fenced.',
  pg_catalog.format('select croft.tenant_table(%L); Or the function of the scope it has.', g.name)
from grants g where g.scope is null and not g.of_extension
order by 1
