-- title: No name is a reserved word of SQL
-- severity: warning
-- why: It has to be quoted in every query, and an error about the syntax does not say so.
select named.classid, named.objid, named.objsubid, named.problem, named.fix
from (
  select
    t.classid, t.objid, t.objsubid, t.name, format('%I is a reserved word', t.name) as problem,
    format('alter table %s rename to %I;', t.qualified_name, t.name || 's') as fix
  from tables t
  union all
  select
    c.classid, c.objid, c.objsubid, c.name, format('%I is a reserved word', c.name),
    format('alter table %s rename column %I to %I;', c.table_name, c.name, c.name || '_value')
  from columns c
) named
join pg_get_keywords() word on word.word = named.name
where word.catcode in ('R', 'T')
