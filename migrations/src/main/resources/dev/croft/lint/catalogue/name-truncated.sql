-- title: No name is as long as a name can be
-- severity: warning
-- why: PostgreSQL cuts a longer name off in silence. What was written is not what is there, and the
-- next name that begins alike is taken.
select named.classid, named.objid, named.objsubid,
  'the name has 63 bytes, where PostgreSQL cuts it off' as problem,
  '' as fix
from (
  select t.classid, t.objid, t.objsubid, t.name from tables t
  union all
  select c.classid, c.objid, c.objsubid, c.name from columns c
  union all
  select k.classid, k.objid, k.objsubid, k.name from constraints k
  union all
  select i.classid, i.objid, i.objsubid, i.name from indexes i where i.constraint_id is null
) named
where octet_length(named.name) = 63
