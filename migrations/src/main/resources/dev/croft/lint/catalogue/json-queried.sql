-- title: What is asked for is not in a document or an array alone
-- severity: warning
-- why: An index of it, or a column computed from it, is there because a query asks for a fact in
-- it. A column of its own has a type, a key, a reference and statistics for the planner.
select asked.classid, asked.objid, asked.objsubid, asked.problem, '' as fix
from (
  select
    i.classid, i.objid, i.objsubid,
    format('it looks into %s, which is %s', c.qualified_name, c.type_name) as problem
  from indexes i
  join columns c
    on c.objid = i.table_id and (c.type in ('json'::regtype, 'jsonb'::regtype)
      or c.type_category = 'A')
  where c.objsubid = any (i.numbers)
    or exists (
      select from pg_depend d
      where d.classid = i.classid and d.objid = i.objid and d.refclassid = c.classid
        and d.refobjid = c.objid and d.refobjsubid = c.objsubid)
  union
  select
    g.classid, g.objid, g.objsubid,
    format('it is computed from %s, which is %s', c.qualified_name, c.type_name)
  from columns g
  join pg_depend d
    on d.classid = 'pg_attrdef'::regclass and d.objid = g.default_id
    and d.refclassid = g.classid and d.refobjid = g.objid
  join columns c
    on c.objid = d.refobjid and c.objsubid = d.refobjsubid
    and (c.type in ('json'::regtype, 'jsonb'::regtype) or c.type_category = 'A')
  where g.generated_kind <> ''
) asked
