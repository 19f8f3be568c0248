select
  pg_catalog.format('%I on %s', c.conname, f.name), 'the foreign key %s does not hold the tenant',
  'Foreign keys look past row-level security: the row could point into another tenant.',
  pg_catalog.format('alter table %s drop constraint %I; Make it again with the tenant first.',
      f.name, c.conname)
from pg_catalog.pg_constraint c
join fenced f on f.oid = c.conrelid and f.scope = 'tenant'
join fenced target on target.oid = c.confrelid and target.scope = 'tenant'
where c.contype = 'f' and c.conparentid = 0 and not exists (
    select
    from pg_catalog.generate_subscripts(c.conkey, 1) i
    join pg_catalog.pg_attribute own on own.attrelid = c.conrelid and own.attnum = c.conkey[i]
    join pg_catalog.pg_attribute its on its.attrelid = c.confrelid and its.attnum = c.confkey[i]
    where own.attname = f.tenant_column and its.attname = target.tenant_column)
order by 1
