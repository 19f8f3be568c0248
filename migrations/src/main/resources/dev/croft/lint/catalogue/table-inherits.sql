-- title: No table inherits from another one
-- severity: error
-- why: A query of the parent shows the child's rows by the parent's policies alone; keys and
-- references of the parent do not hold for them.
select
  t.classid, t.objid, t.objsubid,
  format('it inherits from %s', h.inhparent::regclass) as problem,
  format('alter table %s no inherit %s;', t.qualified_name, h.inhparent::regclass) as fix
from tables t
join pg_inherits h on h.inhrelid = t.objid
