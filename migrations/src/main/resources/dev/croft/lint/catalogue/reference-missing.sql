-- title: A column that is named like a reference is one
-- severity: hint
-- why: Without a foreign key it points to rows that are gone, or never were, and no delete asks it.
select
  c.classid, c.objid, c.objsubid, 'it is a uuid called …_id, and no foreign key holds it'
    as problem,
  '' as fix
from columns c
where c.type = 'uuid'::regtype and c.name like '%\_id' and not c.is_append_only
  and not exists (
    select from foreign_keys k where k.table_id = c.objid and c.objsubid = any (k.numbers))
  and not exists (
    select from columns kind
    where kind.objid = c.objid
      and kind.name ~ ('^' || regexp_replace(c.name, '_id$', '') || '_(type|kind)$'))
