--liquibase formatted sql

--changeset croft:verify_current_tenant splitStatements:false stripComments:false rollbackSplitStatements:false
-- In plpgsql, where the branch that is not taken asks for no right to call what it names.
create or replace function croft.current_tenant() returns uuid
  language plpgsql stable parallel restricted
  set search_path = ''
as $function$
begin
  if croft.is_sealed() then
    return croft.sealed_tenant();
  end if;
  return nullif(current_setting('app.tenant_id', true), '')::uuid;
end
$function$;

comment on function croft.current_tenant() is
  'The tenant of this transaction, or null outside of one and for a token that is not believed. '
  'Policies compare with croft.tenant_expression: the planner evaluates that once a reference.';

--rollback create or replace function croft.current_tenant() returns uuid
--rollback   language sql stable parallel safe
--rollback   set search_path = ''
--rollback as $function$
--rollback   select nullif(current_setting('app.tenant_id', true), '')::uuid
--rollback $function$;
--rollback comment on function croft.current_tenant() is
--rollback   'The tenant of this transaction, or null outside of one. '
--rollback   'Policies repeat its body instead of calling it: the planner evaluates that once a query.';
