select
  pg_catalog.format('%I on %s', c.conname, t.name),
  'the foreign key %s refers to rows of a scope that its table does not see',
  'A foreign key tells which rows exist, whoever may read them.',
  pg_catalog.format('alter table %s drop constraint %I;', t.name, c.conname)
from pg_catalog.pg_constraint c
join tables t on t.oid = c.conrelid
join tables target on target.oid = c.confrelid
where c.contype = 'f' and c.conparentid = 0 and case t.scope
    when 'tenant' then coalesce(target.scope, '') not in ('tenant', 'global') and not exists (
        select from links l where l.link = t.oid and l.shared = target.oid)
    when 'shared' then coalesce(target.scope, '') not in ('shared', 'global')
    when 'global' then coalesce(target.scope, '') <> 'global'
    else false end
order by 1
