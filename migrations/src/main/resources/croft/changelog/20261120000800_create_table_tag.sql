--liquibase formatted sql

--changeset croft:create_table_tag splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.table_tag(target regclass, tag text) returns text
  language sql stable
  set search_path = ''
as $function$
  select string_agg(coalesce(trim(found[1]), ''), ', ')
  from regexp_matches(
      obj_description(target, 'pg_class'), '^@' || tag || '(?: (.*))?$', 'gn') found
$function$;

comment on function croft.table_tag(regclass, text) is
  'What stands behind a tag in the comment of a table: empty for a bare tag, null without it.';
revoke all on function croft.table_tag(regclass, text) from public;

--rollback drop function croft.table_tag(regclass, text);
