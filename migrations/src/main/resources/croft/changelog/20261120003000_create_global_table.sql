--liquibase formatted sql

--changeset croft:create_global_table splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.global_table(target regclass) returns void
  language plpgsql volatile
  set search_path = ''
as $function$
begin
  perform croft.refuse_broken_rules(target, 'global');
  perform croft.tag_table(target, 'scope', 'global');
  perform croft.grant_table(target, 'select', croft.system_privileges(target));
  perform croft.keep_updated_at(target);
end
$function$;

comment on function croft.global_table(regclass) is
  'Lets every tenant session read a table of reference data, and only system sessions write it.';
revoke all on function croft.global_table(regclass) from public;

--rollback drop function croft.global_table(regclass);
