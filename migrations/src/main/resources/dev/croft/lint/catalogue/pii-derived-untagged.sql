-- title: What the server computes from personal data is personal data
-- severity: error
-- why: An erasure that empties the column goes through its tag, and the copy beside it stays.
select distinct
  c.classid, c.objid, c.objsubid,
  format('it is computed from %s, which is @pii %s', source.qualified_name, g.value) as problem,
  format(
      'comment on column %s is %L;', c.qualified_name,
      concat_ws(E'\n', nullif(c.comment, ''), '@pii ' || g.value)) as fix
from columns c
join pg_depend d
  on d.classid = 'pg_attrdef'::regclass and d.objid = c.default_id
  and d.refclassid = 'pg_class'::regclass and d.refobjid = c.objid and d.refobjsubid <> 0
join columns source on source.objid = d.refobjid and source.objsubid = d.refobjsubid
join tags g
  on g.classid = source.classid and g.objid = source.objid and g.objsubid = source.objsubid
where c.generated_kind <> '' and g.name = 'pii'
  and not exists (
    select from tags own
    where own.classid = c.classid and own.objid = c.objid and own.objsubid = c.objsubid
      and own.name = 'pii')
