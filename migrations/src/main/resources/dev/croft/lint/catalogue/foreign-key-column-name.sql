-- title: A reference is named after what it refers to, with _id behind it
-- severity: warning
-- why: A reader takes customer_id for a reference to a customer without looking it up, and a column
-- called customer for their name.
select
  c.classid, c.objid, c.objsubid,
  format('it refers to %s, and its name does not end in _id', k.referenced_name) as problem,
  format(
      'alter table %s rename column %I to %I;', c.table_name, c.name, c.name || '_id') as fix
from foreign_keys k
join columns c on c.objid = k.table_id and c.objsubid = k.numbers[cardinality(k.numbers)]
where k.referenced_names[cardinality(k.referenced_names)] = 'id' and c.name !~ '(^|_)id$'
