-- title: A document says what it is, or why it is one
-- severity: warning
-- why: No key, check or foreign key sees the facts in it, and a query for one of them reads them
-- all. It is for what is written and read as a whole.
select
  c.classid, c.objid, c.objsubid,
  'it is ' || c.type_name || ', and its comment has no @json: facts that are asked for want columns'
    as problem,
  '' as fix
from columns c
where c.type in ('json'::regtype, 'jsonb'::regtype)
  and not exists (
    select from tags g
    where g.classid = c.classid and g.objid = c.objid and g.objsubid = c.objsubid
      and g.name = 'json' and g.value <> '')
