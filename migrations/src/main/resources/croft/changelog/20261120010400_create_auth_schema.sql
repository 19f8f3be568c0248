--liquibase formatted sql

--changeset croft:create_auth_schema splitStatements:false stripComments:false rollbackSplitStatements:false
create schema auth;
comment on schema auth is 'Who may do what: permissions, and the roles that hold them.';
revoke all on schema auth from public;
grant usage on schema auth to croft_app, croft_admin;

--rollback drop schema auth;
