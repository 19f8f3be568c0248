-- title: Every table says in its comment what its rows are
-- severity: warning
-- why: Whoever reads the schema a year later has the comment and nothing else, and so have the
-- generated classes.
select
  t.classid, t.objid, t.objsubid,
  'the comment has no words beside its tags' as problem,
  format(
      'comment on table %s is %L;', t.qualified_name,
      concat_ws(E'\n', 'One row for each …', nullif(t.comment, ''))) as fix
from tables t
where not exists (
    select from regexp_split_to_table(t.comment, '\n') line
    where line !~ '^\s*(@.*|croft:allow.*)?$')
