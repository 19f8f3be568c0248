--liquibase formatted sql

--changeset croft:close_public_defaults splitStatements:false stripComments:false rollbackSplitStatements:false
-- A temporary table, or an object in public, may shadow what a query means to reach.
do $defaults$
begin
  execute format('revoke temporary on database %I from public', current_database());
end
$defaults$;

revoke create on schema public from public;
grant usage on schema public to croft_app, croft_admin;

--rollback revoke usage on schema public from croft_app, croft_admin;
--rollback do $defaults$
--rollback begin
--rollback   execute format('grant temporary on database %I to public', current_database());
--rollback end
--rollback $defaults$;
