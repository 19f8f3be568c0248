--liquibase formatted sql

--changeset croft:create_system_privileges splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.system_privileges(target regclass) returns text
  language sql stable
  set search_path = ''
as $function$
  select concat_ws(', ',
      'select',
      croft.insert_privilege(target),
      case when croft.table_tag(target, 'append-only') is null then 'update, delete' end)
$function$;

comment on function croft.system_privileges(regclass) is
  'What a system session may do with a table, as GRANT spells it.';
revoke all on function croft.system_privileges(regclass) from public;

--rollback drop function croft.system_privileges(regclass);
