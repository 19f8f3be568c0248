select
  t.name, 'the comment of %s calls it global, but it holds rows of tenants',
  'Every tenant reads a global table.',
  pg_catalog.format(
      'comment on table %s is ''@scope tenant''; Then: select croft.tenant_table(%L);',
      t.name, t.name)
from tables t
where t.scope = 'global' and not t.relispartition
  and (t.name = 'public.tenants'
    or exists (
        select from pg_catalog.pg_attribute a
        where a.attrelid = t.oid and a.attname = t.tenant_column and not a.attisdropped)
    or exists (
        select from policies p
        where p.polrelid = t.oid and p.polname in ('tenant_rows', 'tenant_guard')))
order by 1
