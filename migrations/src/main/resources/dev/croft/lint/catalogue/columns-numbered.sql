-- title: No columns are numbered
-- severity: warning
-- why: The number is a limit that somebody will reach, "is it one of them" asks every column, and
-- which one is free is a question at each write. Rows of a table of their own have no limit.
select
  'pg_class'::regclass as classid, numbered.objid, numbered.objsubid,
  format('%s are one fact, several times', numbered.list) as problem,
  '' as fix
from (
  select
    c.objid, min(c.objsubid) as objsubid,
    string_agg(format('%I', c.name), ', ' order by c.objsubid) as list
  from columns c
  where c.name ~ '[a-z]_?[0-9]{1,2}$'
  group by c.objid, regexp_replace(c.name, '_?[0-9]{1,2}$', ''), c.type
  having count(*) > 1
) numbered
