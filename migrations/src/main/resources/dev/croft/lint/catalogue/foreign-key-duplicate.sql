-- title: No two foreign keys of a table say the same
-- severity: warning
-- why: Each is checked for itself at every write, and what happens on delete is said twice.
select
  k.classid, k.objid, k.objsubid,
  format('%I has the same columns on both sides', other.name) as problem,
  format('alter table %s drop constraint %I;', k.table_name, k.name) as fix
from foreign_keys k
join foreign_keys other
  on other.table_id = k.table_id and other.referenced_id = k.referenced_id
  and other.numbers @> k.numbers and other.numbers <@ k.numbers
  and other.referenced_numbers @> k.referenced_numbers
  and other.referenced_numbers <@ k.referenced_numbers
  and other.objid < k.objid
