select
  me.rolname, 'the runtime role %s is not a member of croft_app',
  'Policies and grants of tenant sessions are made to that group.',
  pg_catalog.format(
      'grant croft_app to %I; It exists once Croft''s base changelog is applied.', me.rolname)
from me
where not exists (
    select from tenant_group g where pg_catalog.pg_has_role(me.oid, g.oid, 'USAGE'))
