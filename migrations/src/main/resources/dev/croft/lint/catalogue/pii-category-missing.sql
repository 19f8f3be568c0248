-- title: Personal data says of which category it is
-- severity: warning
-- why: How long it is kept, who may see it and what an export calls it depend on the category.
select
  c.classid, c.objid, c.objsubid,
  'the comment says @pii, and not of which category' as problem,
  format(
      'comment on column %s is %L;', c.qualified_name,
      regexp_replace(c.comment, '^@pii\s*$', '@pii contact', 'n')) as fix
from columns c
join tags g using (classid, objid, objsubid)
where g.name = 'pii' and g.value = ''
