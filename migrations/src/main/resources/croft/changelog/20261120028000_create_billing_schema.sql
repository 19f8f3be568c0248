--liquibase formatted sql

--changeset croft:create_billing_schema splitStatements:false stripComments:false rollbackSplitStatements:false
create schema billing;
comment on schema billing is 'What tenants pay for: plans, their limits, and subscriptions.';
revoke all on schema billing from public;
grant usage on schema billing to croft_app, croft_admin;

--rollback drop schema billing;
