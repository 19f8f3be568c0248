--liquibase formatted sql

--changeset croft:create_insert_privilege splitStatements:false stripComments:false rollbackSplitStatements:false
-- Where a default is session_user, the server signs the row: no session says who wrote it and when.
create function croft.insert_privilege(target regclass) returns text
  language sql stable
  set search_path = ''
as $function$
  select case
    when bool_or(c.is_login) then
      format('insert (%s)', croft.column_list(
          array_agg(c.name order by c.number)
            filter (where not c.is_login and c.name <> 'created_at')))
    else 'insert'
  end
  from (
    select a.attname, a.attnum,
      coalesce(pg_get_expr(d.adbin, d.adrelid) ~ '^\(?SESSION_USER\y', false)
    from pg_attribute a
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = target and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  ) c (name, number, is_login)
$function$;

comment on function croft.insert_privilege(regclass) is
  'How a session may insert into a table, as GRANT spells it: where a column is the login that '
  'wrote the row, by default, the session fills in neither it nor created_at.';
revoke all on function croft.insert_privilege(regclass) from public;

--rollback drop function croft.insert_privilege(regclass);
