--liquibase formatted sql

--changeset croft:create_grant_table splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.grant_table(target regclass, app_privileges text, admin_privileges text)
  returns void
  language plpgsql volatile
  set search_path = ''
as $function$
declare
  home name := (
    select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.oid = target);
begin
  execute format('revoke all on table %s from public, croft_app, croft_admin', target);
  execute format('grant usage on schema %I to croft_admin', home);
  execute format('grant %s on table %s to croft_admin', admin_privileges, target);
  if app_privileges is not null then
    execute format('grant usage on schema %I to croft_app', home);
    execute format('grant %s on table %s to croft_app', app_privileges, target);
  end if;
end
$function$;

comment on function croft.grant_table(regclass, text, text) is
  'Replaces what tenant sessions and system sessions may do with a table.';
revoke all on function croft.grant_table(regclass, text, text) from public;

--rollback drop function croft.grant_table(regclass, text, text);
