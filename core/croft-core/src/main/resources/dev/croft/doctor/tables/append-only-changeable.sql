select distinct
  g.name, 'a tenant session may change or remove rows of append-only %s',
  'Its rows are kept as they were written.',
  pg_catalog.format('revoke update, delete on table %s from %s;', g.name, g.grantee_name)
from grants g
where g.privilege in ('UPDATE', 'DELETE')
  and pg_catalog.obj_description(g.oid, 'pg_class') ~ '(?n)^@append-only( |$)'
order by 1
