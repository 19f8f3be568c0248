-- title: Optional columns that are named after one thing are a table
-- severity: hint
-- why: A thing that may be absent is a row that may be absent. Then its facts are required where it
-- is there, and nobody can write half of it.
select
  'pg_class'::regclass as classid, named.objid, named.objsubid,
  format('%s may each be null, and are named after one thing', named.list) as problem,
  '' as fix
from (
  select
    c.objid, min(c.objsubid) as objsubid,
    string_agg(format('%I', c.name), ', ' order by c.objsubid) as list
  from columns c
  where c.name like '%\_%'
  group by c.objid, split_part(c.name, '_', 1)
  having count(*) > 2 and not bool_or(c.is_required)
) named
