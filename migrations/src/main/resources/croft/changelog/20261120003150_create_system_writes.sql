--liquibase formatted sql

--changeset croft:create_system_writes splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.system_writes(target regclass) returns void
  language plpgsql volatile
  set search_path = ''
as $function$
begin
  perform croft.tag_table(target, 'system-writes', '');
  execute format('revoke insert, update, delete on table %s from croft_app', target);
end
$function$;

comment on function croft.system_writes(regclass) is
  'Lets tenant sessions read their rows of a table and change none. '
  'It goes with a scope: call it before croft.tenant_table.';
revoke all on function croft.system_writes(regclass) from public;

--rollback drop function croft.system_writes(regclass);
