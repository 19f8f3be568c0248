-- title: The id of a row is a uuid
-- severity: warning
-- why: Ids that are made without the database are known before the row is written, and mean the
-- same in every database.
select
  c.classid, c.objid, c.objsubid,
  format('it is %s', c.type_name) as problem, '' as fix
from columns c
where c.name = 'id' and c.type <> 'uuid'::regtype
