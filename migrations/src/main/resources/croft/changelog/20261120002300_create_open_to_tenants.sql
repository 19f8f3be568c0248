--liquibase formatted sql

--changeset croft:create_open_to_tenants splitStatements:false stripComments:false rollbackSplitStatements:false
-- The guard makes a permissive policy that somebody adds later harmless.
create function croft.open_to_tenants(target regclass, condition text) returns void
  language plpgsql volatile
  set search_path = ''
as $function$
begin
  execute format(
      'create policy tenant_rows on %s as permissive for all to croft_app '
      'using (%s) with check (%2$s)',
      target, condition);
  execute format(
      'create policy tenant_guard on %s as restrictive for all to croft_app '
      'using (%s) with check (%2$s)',
      target, condition);
end
$function$;

comment on function croft.open_to_tenants(regclass, text) is
  'Lets tenant sessions reach the rows of a fenced table that meet a condition.';
revoke all on function croft.open_to_tenants(regclass, text) from public;

--rollback drop function croft.open_to_tenants(regclass, text);
