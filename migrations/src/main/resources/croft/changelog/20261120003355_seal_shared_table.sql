--liquibase formatted sql

--changeset croft:seal_shared_table splitStatements:false stripComments:false rollbackSplitStatements:false
create or replace function croft.shared_table(target regclass, via regclass) returns void
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

--rollback create or replace function croft.shared_table(target regclass, via regclass) returns void
--rollback   language plpgsql volatile
--rollback   set search_path = ''
--rollback as $function$
--rollback declare
--rollback   scope text := format('shared via %s', via);
--rollback   reference name;
--rollback begin
--rollback   perform croft.refuse_broken_rules(target, scope, link => via);
--rollback   perform croft.tag_table(target, 'scope', scope);
--rollback   perform croft.fence_table(target);
--rollback   reference := (
--rollback     select k.columns[1] from croft.foreign_keys(via) k
--rollback     where k.referenced = target and k.referenced_columns = croft.primary_key(target)
--rollback       and cardinality(k.columns) = 1);
--rollback   perform croft.open_to_tenants(
--rollback       target,
--rollback       format('exists (select from %s link '
--rollback           'where link.%I = (select nullif(current_setting(%L, true), %L)::uuid) '
--rollback           'and link.%I = %s.%I)',
--rollback           via, (croft.primary_key(via))[1], 'app.tenant_id', '',
--rollback           reference, target, (croft.primary_key(target))[1]));
--rollback   perform croft.grant_table(target, 'select', croft.system_privileges(target));
--rollback   perform croft.grant_table(
--rollback       via,
--rollback       croft.tenant_privileges(via, (croft.primary_key(via))[1]),
--rollback       croft.system_privileges(via));
--rollback   perform croft.keep_updated_at(target);
--rollback end
--rollback $function$;
