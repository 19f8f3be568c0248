--liquibase formatted sql

--changeset croft:seal_tenant_table splitStatements:false stripComments:false rollbackSplitStatements:false
create or replace function croft.tenant_table(
    target regclass, tenant_column name default 'tenant_id')
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

--rollback create or replace function croft.tenant_table(target regclass, tenant_column name default 'tenant_id')
--rollback   returns void
--rollback   language plpgsql volatile
--rollback   set search_path = ''
--rollback as $function$
--rollback begin
--rollback   perform croft.refuse_broken_rules(target, 'tenant', tenant_column);
--rollback   perform croft.tag_table(target, 'scope', 'tenant');
--rollback   perform croft.fence_table(target);
--rollback   perform croft.open_to_tenants(
--rollback       target,
--rollback       format('%I = (select nullif(current_setting(%L, true), %L)::uuid)',
--rollback           tenant_column, 'app.tenant_id', ''));
--rollback   perform croft.grant_table(
--rollback       target,
--rollback       croft.tenant_privileges(target, tenant_column),
--rollback       croft.system_privileges(target));
--rollback   perform croft.keep_updated_at(target);
--rollback end
--rollback $function$;
