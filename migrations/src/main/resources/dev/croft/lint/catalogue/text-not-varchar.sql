-- title: Texts are of type text
-- severity: error
-- why: A length in the type is changed by rewriting the table, a check constraint is not; and a
-- padded type compares other than it reads.
select
  c.classid, c.objid, c.objsubid,
  format('it is %s', c.type_name) as problem,
  format('alter table %s alter column %I type text;', c.table_name, c.name)
    || case c.type_name when format('character varying(%s)', longest.length) then
      format(
          E'\nalter table %s add constraint %I check (char_length(%I) <= %s);', c.table_name,
          own.name || '_' || c.name || '_check', c.name, longest.length)
      else '' end as fix
from columns c
join lateral (select substring(c.type_name from '\((\d+)\)')) longest (length) on true
join lateral (
  select t.name from tables t where t.objid = c.objid
) own on true
where c.type in ('varchar'::regtype, 'bpchar'::regtype)
