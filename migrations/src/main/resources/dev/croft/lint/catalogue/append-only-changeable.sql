-- title: What is called append-only cannot be changed
-- severity: error
-- why: A log is believed because nobody could have edited it. A comment alone stops nobody.
select
  t.classid, t.objid, t.objsubid,
  case when changing.name is null
    then 'it is tagged @append-only, and no trigger refuses changes'
    else 'it is tagged @append-only, and has a column updated_at' end as problem,
  case when changing.name is null
    then format('select croft.append_only(%L);', t.qualified_name)
    else format('alter table %s drop column updated_at;', t.qualified_name) end as fix
from tables t
left join columns changing on changing.objid = t.objid and changing.name = 'updated_at'
where t.is_append_only
  and (changing.name is not null or 2 <> (
      select count(*) from pg_trigger g
      where g.tgrelid = t.objid and g.tgname in ('refuse_change', 'refuse_truncate')
        and g.tgenabled <> 'D'))
