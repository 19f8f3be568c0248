select
  f.name, 'the tenant of a new row in %s has a default that is not the session''s tenant',
  'A row whose tenant was forgotten then goes to somebody.',
  pg_catalog.format('alter table %s alter column %I drop default;', f.name, f.tenant_column)
from fenced f
join pg_catalog.pg_attribute a on a.attrelid = f.oid and a.attname = f.tenant_column
join pg_catalog.pg_attrdef d on d.adrelid = f.oid and d.adnum = a.attnum
where f.scope = 'tenant' and f.name <> 'public.tenants'
  and pg_catalog.pg_get_expr(d.adbin, d.adrelid) !~ '\m(current_tenant|app\.tenant_id)\M'
order by 1
