--liquibase formatted sql

--changeset croft:create_admin_schema splitStatements:false stripComments:false rollbackSplitStatements:false
create schema admin;
comment on schema admin is 'What concerns the operators of all tenants.';
revoke all on schema admin from public;
grant usage on schema admin to croft_admin;

--rollback drop schema admin;
