--liquibase formatted sql

--changeset croft:create_system_table splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.system_table(target regclass) returns void
  language plpgsql volatile
  set search_path = ''
as $function$
begin
  perform croft.refuse_broken_rules(target, 'system');
  perform croft.tag_table(target, 'scope', 'system');
  perform croft.fence_table(target);
  perform croft.grant_table(target, null, croft.system_privileges(target));
  perform croft.keep_updated_at(target);
end
$function$;

comment on function croft.system_table(regclass) is
  'Keeps a table out of the sight of every tenant session.';
revoke all on function croft.system_table(regclass) from public;

--rollback drop function croft.system_table(regclass);
