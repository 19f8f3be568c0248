-- title: A line of a comment that begins with @ is a tag that Croft knows, where it belongs
-- severity: error
-- why: A tag that is misspelt, or on a column instead of its table, is a promise that nobody keeps:
-- @apend-only rows can be changed, @PII data is not erased.
select
  g.classid, g.objid, g.objsubid,
  format('@%s is no tag of a %s', g.name, case g.objsubid when 0 then 'table' else 'column' end)
    as problem,
  '' as fix
from (
  select g.* from tags g join tables t on t.classid = g.classid and t.objid = g.objid
) g
where g.name not in (
    select known.name
    from (values
        (true, 'scope'), (true, 'append-only'), (true, 'system-writes'),
        (false, 'pii'), (false, 'enum'), (false, 'json'), (false, 'depends')
      ) known (is_of_table, name)
    where known.is_of_table = (g.objsubid = 0))
