-- title: A reference refers to one table
-- severity: hint
-- why: Where a word in the row says which table is meant, no foreign key can hold it. One link
-- table for each kind of thing can.
select
  c.classid, c.objid, c.objsubid,
  format('what it refers to is said by %I', kind.name) as problem,
  '' as fix
from columns c
join columns kind
  on kind.objid = c.objid and kind.type_category = 'S'
  and kind.name ~ ('^' || regexp_replace(c.name, '_id$', '') || '_(type|kind)$')
where c.name like '%\_id' and not c.is_append_only
  and not exists (
    select from foreign_keys k where k.table_id = c.objid and c.objsubid = any (k.numbers))
