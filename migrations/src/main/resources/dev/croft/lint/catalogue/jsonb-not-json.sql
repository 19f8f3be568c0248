-- title: Documents are of type jsonb
-- severity: warning
-- why: json keeps the text, blanks and doubled keys included: it has no equality, so that DISTINCT,
-- keys and comparisons fail on it.
select
  c.classid, c.objid, c.objsubid, 'it is json' as problem,
  format('alter table %s alter column %I type jsonb;', c.table_name, c.name) as fix
from columns c
where c.type = 'json'::regtype
