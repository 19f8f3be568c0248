select
  pg_catalog.format('%I on %s', c.conname, t.name),
  'the foreign key %s was never checked for the rows that were there before it',
  'Such a row may point into another tenant.',
  pg_catalog.format('alter table %s validate constraint %I;', t.name, c.conname)
from pg_catalog.pg_constraint c
join tables t on t.oid = c.conrelid
where c.contype = 'f' and not c.convalidated and t.scope is not null
  and pg_catalog.to_jsonb(c) ->> 'conenforced' is distinct from 'false'
order by 1
