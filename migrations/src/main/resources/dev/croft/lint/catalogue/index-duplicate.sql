-- title: No two indexes are the same
-- severity: warning
-- why: Both are written and kept in memory, and one is read.
select
  i.classid, i.objid, i.objsubid,
  format('%s has the same columns', other.qualified_name) as problem,
  format('drop index %s;', i.qualified_name) as fix
from indexes i
join indexes other
  on other.table_id = i.table_id and other.objid <> i.objid and other.method = i.method
  and other.numbers = i.numbers and other.width = i.width
  and other.operator_classes = i.operator_classes and other.collations = i.collations
  and other.orders = i.orders and other.expressions = i.expressions
  and other.predicate = i.predicate
where i.constraint_id is null and (other.is_unique or not i.is_unique)
  and (other.constraint_id is not null or other.is_unique and not i.is_unique
    or other.objid < i.objid)
