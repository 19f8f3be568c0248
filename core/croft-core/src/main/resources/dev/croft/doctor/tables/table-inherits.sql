select
  child.name, 'table %s inherits, or is inherited by, another one',
  'Through its parent a table is read without its own policies, and keys do not reach children.',
  pg_catalog.format('alter table %s no inherit %s;', child.name, parent.name)
from pg_catalog.pg_inherits i
join tables child on child.oid = i.inhrelid
join tables parent on parent.oid = i.inhparent
where not child.relispartition
  and (exists (select from fenced f where f.oid in (child.oid, parent.oid))
    or 'system' in (child.scope, parent.scope))
order by 1
