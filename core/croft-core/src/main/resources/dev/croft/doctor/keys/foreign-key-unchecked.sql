select
  pg_catalog.format('%I on %s', c.conname, t.name), 'the foreign key %s is not checked',
  'A row may then point into another tenant, or to a tenant that does not exist.',
  case when pg_catalog.to_jsonb(c) ->> 'conenforced' = 'false'
    then pg_catalog.format('alter table %s alter constraint %I enforced;', t.name, c.conname)
    else (
      select pg_catalog.format('alter table %s enable trigger all;',
          g.tgrelid::pg_catalog.regclass)
      from pg_catalog.pg_trigger g
      where g.tgconstraint = c.oid and g.tgenabled in ('D', 'R') limit 1) end
from pg_catalog.pg_constraint c
join tables t on t.oid = c.conrelid
where c.contype = 'f' and t.scope is not null
  and (pg_catalog.to_jsonb(c) ->> 'conenforced' = 'false'
    or exists (
        select from pg_catalog.pg_trigger g
        where g.tgconstraint = c.oid and g.tgenabled in ('D', 'R')))
order by 1
