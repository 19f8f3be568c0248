--liquibase formatted sql

--changeset croft:create_tenant_condition splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.tenant_condition(tenant_column name) returns text
  language sql stable
  set search_path = ''
as $function$
  select format('%I = %s', tenant_column, croft.tenant_expression())
$function$;

comment on function croft.tenant_condition(name) is
  'Which rows of a tenant table a tenant session reaches, as a policy says it.';
revoke all on function croft.tenant_condition(name) from public;

--rollback drop function croft.tenant_condition(name);
