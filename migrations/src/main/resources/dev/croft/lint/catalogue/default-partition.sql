-- title: No partition takes what no other one takes
-- severity: error
-- why: As soon as one row has strayed into it, the partition that should have had the row cannot be
-- made any more.
select
  'pg_class'::regclass as classid, p.partdefid as objid, 0 as objsubid,
  format('it is the default partition of %s', t.qualified_name) as problem,
  format('alter table %s detach partition %s;', t.qualified_name, p.partdefid::regclass) as fix
from tables t
join pg_partitioned_table p on p.partrelid = t.objid and p.partdefid <> 0
