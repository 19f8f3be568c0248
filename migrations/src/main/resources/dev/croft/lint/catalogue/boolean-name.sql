-- title: The name of a boolean begins with is_, has_ or can_
-- severity: warning
-- why: Only a statement is true or false: "is_active", not "active" or "status".
select
  c.classid, c.objid, c.objsubid,
  'the name does not begin with is_, has_ or can_' as problem,
  format('alter table %s rename column %I to %I;', c.table_name, c.name, 'is_' || c.name) as fix
from columns c
where c.type = 'boolean'::regtype and c.name !~ '^(is|has|can)_'
