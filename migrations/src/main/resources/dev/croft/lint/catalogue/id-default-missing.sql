-- title: The id of a row has the default croft.uuid_v7()
-- severity: warning
-- why: Random ids scatter over the index and the cache; ids of version 7 are made in the order of
-- time. Without a default each writer makes them as it likes.
select
  c.classid, c.objid, c.objsubid,
  coalesce('its default is ' || c.default_expression, 'it has no default') as problem,
  format(
      'alter table %s alter column id set default croft.uuid_v7();', c.table_name) as fix
from columns c
where c.name = 'id' and c.type = 'uuid'::regtype
  and coalesce(c.default_expression, '') not in ('croft.uuid_v7()', 'uuidv7()')
  and not exists (
    select from foreign_keys k where k.table_id = c.objid and c.objsubid = any (k.numbers))
