-- title: No group of columns is there twice
-- severity: hint
-- why: What the groups have in common is a thing of its own: an address, a period. As rows of a
-- table it is described, checked and changed once.
select
  'pg_class'::regclass as classid, pair.objid, 0 as objsubid,
  format('%s_… and %s_… have %s in common', pair.one, pair.other, pair.list) as problem,
  '' as fix
from (
  select
    a.objid, a.prefix as one, b.prefix as other,
    string_agg(a.suffix, ', ' order by a.suffix) as list
  from (
    select c.objid, c.type, split_part(c.name, '_', 1) as prefix,
      substring(c.name from '_(.*)$') as suffix
    from columns c
  ) a
  join (
    select c.objid, c.type, split_part(c.name, '_', 1) as prefix,
      substring(c.name from '_(.*)$') as suffix
    from columns c
  ) b on b.objid = a.objid and b.suffix = a.suffix and b.type = a.type and a.prefix < b.prefix
  group by a.objid, a.prefix, b.prefix
  having count(*) > 2
) pair
