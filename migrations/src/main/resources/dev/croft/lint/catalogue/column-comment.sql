-- title: Every column says in its comment what its values mean
-- severity: warning
-- why: A name tells what kind of value it is, not what it is of, in which unit, or when it is
-- absent. The comment becomes the Javadoc of the generated column.
select
  c.classid, c.objid, c.objsubid,
  'the comment has no words beside its tags' as problem,
  format(
      'comment on column %s is %L;', c.qualified_name,
      concat_ws(
          E'\n',
          case c.name
            when 'tenant_id' then 'The tenant that the row belongs to.'
            when 'version' then 'Counts the changes of the row, from 1.'
            when 'created_at' then 'When the row was written.'
            when 'updated_at' then 'When the row last changed.'
            else '…'
          end,
          nullif(c.comment, ''))) as fix
from columns c
where not exists (
    select from regexp_split_to_table(c.comment, '\n') line
    where line !~ '^\s*(@.*|croft:allow.*)?$')
