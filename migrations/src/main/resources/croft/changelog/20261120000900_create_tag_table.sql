--liquibase formatted sql

--changeset croft:create_tag_table splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.tag_table(target regclass, tag text, value text) returns void
  language plpgsql volatile
  set search_path = ''
as $function$
begin
  if croft.table_tag(target, tag) is null then
    execute format(
        'comment on table %s is %L',
        target,
        concat_ws(E'\n', obj_description(target, 'pg_class'), trim('@' || tag || ' ' || value)));
  end if;
end
$function$;

comment on function croft.tag_table(regclass, text, text) is
  'Adds a tag to the comment of a table that does not carry it yet, on a line after the prose.';
revoke all on function croft.tag_table(regclass, text, text) from public;

--rollback drop function croft.tag_table(regclass, text, text);
