--liquibase formatted sql

--changeset croft:create_current_tenant splitStatements:false stripComments:false rollbackSplitStatements:false
-- After a transaction the setting is empty, not null.
create function croft.current_tenant() returns uuid
  language sql stable parallel safe
  set search_path = ''
as $function$
  select nullif(current_setting('app.tenant_id', true), '')::uuid
$function$;

comment on function croft.current_tenant() is
  'The tenant of this transaction, or null outside of one. '
  'Policies repeat its body instead of calling it: the planner evaluates that once a query.';
revoke all on function croft.current_tenant() from public;
grant execute on function croft.current_tenant() to croft_app, croft_admin;

--rollback drop function croft.current_tenant();
