-- title: The scope of a table is one of the four, said once
-- severity: error
-- why: What cannot be understood cannot be fenced, and what is said twice is understood in two
-- ways.
select
  t.classid, t.objid, t.objsubid,
  format('the comment says @scope %s', t.scope) as problem,
  '' as fix
from tables t
where t.scope not in ('tenant', 'global', 'system')
  and (t.scope !~ '^shared via [^, ]+$'
    or not exists (
      select from tables link
      where 'shared via ' || link.qualified_name = t.scope and link.scope = 'tenant'))
