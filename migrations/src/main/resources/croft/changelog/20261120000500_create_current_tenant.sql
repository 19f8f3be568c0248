--liquibase formatted sql

--changeset croft:create_current_tenant splitStatements:false stripComments:false rollbackSplitStatements:false
-- After a transaction the setting is empty, not null. In plpgsql, where the branch that is not taken
-- asks for no right to call what it names.
create function croft.current_tenant() returns uuid
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
  'The tenant of this transaction, or null outside of one. '
  'Policies compare with croft.tenant_expression: the planner evaluates that once a reference.';
revoke all on function croft.current_tenant() from public;
grant execute on function croft.current_tenant() to croft_app, croft_admin;

--rollback drop function croft.current_tenant();
