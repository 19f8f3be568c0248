select
  f.name, 'no column tells the tenant of the rows in %s: a uuid that is not null',
  'Policies, keys and queries tell tenants apart by that column.',
  pg_catalog.format('alter table %s alter column %I set not null;', f.name, f.tenant_column)
from fenced f
where f.scope = 'tenant' and not exists (
    select from pg_catalog.pg_attribute a
    where a.attrelid = f.oid and a.attname = f.tenant_column and not a.attisdropped
      and a.attnotnull and a.atttypid = 'pg_catalog.uuid'::pg_catalog.regtype)
order by 1
