-- title: A reference is of the type of what it refers to
-- severity: warning
-- why: Each comparison converts one side, which some indexes cannot serve; and the narrower type
-- ends first.
select
  c.classid, c.objid, c.objsubid,
  format('it is %s, and refers to %s, which is %s',
      c.type_name, referenced.qualified_name, referenced.type_name) as problem,
  format('alter table %s alter column %I type %s;', c.table_name, c.name, referenced.type_name)
    as fix
from foreign_keys k
cross join unnest(k.numbers, k.referenced_numbers) pair (number, referenced_number)
join columns c on c.objid = k.table_id and c.objsubid = pair.number
join columns referenced
  on referenced.objid = k.referenced_id and referenced.objsubid = pair.referenced_number
where c.type <> referenced.type
