-- title: Every table says in its comment what its rows are
-- severity: warning
-- why: Whoever reads the schema a year later has the comment and nothing else, and so have the
-- generated classes.
select
  t.classid, t.objid, t.objsubid,
  'the comment has no words beside its tags' as problem,
  format(
      'comment on table %s is %L;', t.qualified_name,
      concat_ws(E'\n', 'One row for each …', nullif(t.comment, '')))
  -- Where the scope is missing as well, this writes over the tag that the fix for that sets.
  || case
    when t.scope is null and exists (
        select from columns c
        where c.objid = t.objid and c.name = t.tenant_column and c.is_required) then
      format(E'\nselect croft.tenant_table(%L);', t.qualified_name)
    else ''
  end as fix
from tables t
where not exists (
    select from regexp_split_to_table(t.comment, '\n') line
    where line !~ '^\s*(@.*|croft:allow.*)?$')
