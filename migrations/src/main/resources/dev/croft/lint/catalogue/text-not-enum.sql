-- title: A closed list of words is a text with a check, not an enum type
-- severity: warning
-- why: Its operators are not leakproof, so that row-level security keeps them from using an index,
-- and a word can never be taken away again.
select
  c.classid, c.objid, c.objsubid,
  format('it is of the enum type %s', c.type_name) as problem,
  format(
      E'alter table %s alter column %I type text;\n'
      'alter table %1$s add constraint %3$I check (%2$I in (%4$s));',
      c.table_name, c.name, t.name || '_' || c.name || '_check', labels.list) as fix
from columns c
join tables t on t.objid = c.objid
join pg_type y on y.oid = c.type and y.typtype = 'e'
cross join lateral (
  select string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder) as list
  from pg_enum e where e.enumtypid = y.oid
) labels
