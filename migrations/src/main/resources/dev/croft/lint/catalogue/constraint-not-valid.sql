-- title: Every constraint has been validated
-- severity: error
-- why: The rows that were there before need not keep it: neither a reader nor the planner can rely
-- on it, and a restore from a dump may fail.
select
  k.classid, k.objid, k.objsubid, 'it was added as not valid, and never validated' as problem,
  format('alter table %s validate constraint %I;', k.table_name, k.name) as fix
from constraints k
where not k.is_validated
