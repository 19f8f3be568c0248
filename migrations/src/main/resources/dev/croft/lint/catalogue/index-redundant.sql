-- title: No index is the beginning of another one
-- severity: hint
-- why: The longer one serves the same queries. The shorter one is worth its writes only where it is
-- much smaller.
select
  i.classid, i.objid, i.objsubid,
  format('%s begins with the same columns', other.qualified_name) as problem,
  format('drop index %s;', i.qualified_name) as fix
from indexes i
join lateral (
  select o.qualified_name
  from indexes o
  where o.table_id = i.table_id and o.objid <> i.objid and o.method = 'btree' and o.is_valid
    and o.width > i.width and o.predicate = i.predicate and o.expressions = i.expressions
    and o.numbers[0:i.width - 1] = i.numbers[0:i.width - 1]
    and o.operator_classes[0:i.width - 1] = i.operator_classes[0:i.width - 1]
    and o.collations[0:i.width - 1] = i.collations[0:i.width - 1]
    and o.orders[0:i.width - 1] = i.orders[0:i.width - 1]
  order by o.qualified_name
  limit 1
) other on true
where i.method = 'btree' and not i.is_unique and not i.is_exclusion
  and cardinality(i.numbers) = i.width
