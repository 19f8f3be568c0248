--liquibase formatted sql

--changeset croft:create_shared_table splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.shared_table(target regclass, via regclass) returns void
  language plpgsql volatile
  set search_path = ''
as $function$
declare
  scope text := format('shared via %s', via);
begin
  perform croft.refuse_broken_rules(target, scope, link => via);
  perform croft.tag_table(target, 'scope', scope);
  perform croft.fence_table(target);
  perform croft.open_to_tenants(target, croft.link_condition(target, via));
  perform croft.grant_table(target, 'select', croft.system_privileges(target));
  perform croft.grant_table(
      via,
      croft.tenant_privileges(via, (croft.primary_key(via))[1]),
      croft.system_privileges(via));
  perform croft.keep_updated_at(target);
end
$function$;

comment on function croft.shared_table(regclass, regclass) is
  'Fences a table of rows that several tenants know: each sees those that its rows in the link '
  'refer to, and changes none. Only system sessions add to the link.';
revoke all on function croft.shared_table(regclass, regclass) from public;

--rollback drop function croft.shared_table(regclass, regclass);
