select
  pg_catalog.format('%s on %s', i.indexrelid::pg_catalog.regclass, f.name),
  'the unique index %s does not begin with the tenant',
  'A duplicate would tell one tenant what another one holds.',
  coalesce(
      (select pg_catalog.format('alter table %s drop constraint %I;', f.name, c.conname)
      from pg_catalog.pg_constraint c
      where c.conindid = i.indexrelid and c.contype in ('p', 'u', 'x')),
      pg_catalog.format('drop index %s;', i.indexrelid::pg_catalog.regclass))
      || ' Make it again with the tenant first.'
from pg_catalog.pg_index i
join fenced f on f.oid = i.indrelid
where f.scope = 'tenant' and f.name <> 'public.tenants' and (i.indisunique or i.indisexclusion)
  and not exists (
      select from pg_catalog.pg_attribute a
      where a.attrelid = f.oid and a.attnum = i.indkey[0] and a.attname = f.tenant_column)
order by 1
