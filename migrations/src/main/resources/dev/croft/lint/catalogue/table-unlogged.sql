-- title: No table is unlogged
-- severity: warning
-- why: After a crash it is empty, and on a replica it is always.
select
  t.classid, t.objid, t.objsubid, 'it is unlogged' as problem,
  format('alter table %s set logged;', t.qualified_name) as fix
from tables t
where t.persistence = 'u'
