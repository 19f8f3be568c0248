-- title: Names are snake_case
-- severity: warning
-- why: Any other name has to be quoted in every query, and unquoted it names something else.
select named.classid, named.objid, named.objsubid, named.problem, named.fix
from (
  select
    t.classid, t.objid, t.objsubid, t.name, 'the name is not snake_case' as problem,
    format('alter table %s rename to %I;', t.qualified_name, snake.name) as fix
  from tables t
  cross join lateral (
    select lower(regexp_replace(
        regexp_replace(t.name, '([a-z0-9])([A-Z])', '\1_\2', 'g'), '[^A-Za-z0-9]+', '_', 'g'))
      as name
  ) snake
  union all
  select
    c.classid, c.objid, c.objsubid, c.name, 'the name is not snake_case',
    format('alter table %s rename column %I to %I;', c.table_name, c.name, snake.name)
  from columns c
  cross join lateral (
    select lower(regexp_replace(
        regexp_replace(c.name, '([a-z0-9])([A-Z])', '\1_\2', 'g'), '[^A-Za-z0-9]+', '_', 'g'))
      as name
  ) snake
) named
where named.name !~ '^[a-z][a-z0-9]*(_[a-z0-9]+)*$'
