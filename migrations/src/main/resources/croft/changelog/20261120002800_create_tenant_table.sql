--liquibase formatted sql

--changeset croft:create_tenant_table splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.tenant_table(target regclass, tenant_column name default 'tenant_id')
  returns void
  language plpgsql volatile
  set search_path = ''
as $function$
begin
  perform croft.refuse_broken_rules(target, 'tenant', tenant_column);
  perform croft.tag_table(target, 'scope', 'tenant');
  perform croft.fence_table(target);
  perform croft.open_to_tenants(target, croft.tenant_condition(tenant_column));
  perform croft.grant_table(
      target,
      croft.tenant_privileges(target, tenant_column),
      croft.system_privileges(target));
  perform croft.keep_updated_at(target);
end
$function$;

comment on function croft.tenant_table(regclass, name) is
  'Fences a table of rows that belong to one tenant each, or refuses it, naming the broken rule. '
  'Call it again after adding a column, a key or a partition.';
revoke all on function croft.tenant_table(regclass, name) from public;

--rollback drop function croft.tenant_table(regclass, name);
