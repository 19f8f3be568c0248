--liquibase formatted sql

--changeset croft:create_tenant_expression splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.tenant_expression() returns text
  language sql stable
  set search_path = ''
as $function$
  select case
    when croft.is_sealed() then '(select croft.sealed_tenant())'
    else '(select nullif(current_setting(''app.tenant_id'', true), '''')::uuid)'
  end
$function$;

comment on function croft.tenant_expression() is
  'What policies compare a tenant with. A sub-select, so that it is evaluated before the rows are.';
revoke all on function croft.tenant_expression() from public;

--rollback drop function croft.tenant_expression();
