--liquibase formatted sql

--changeset croft:create_croft_schema splitStatements:false stripComments:false rollbackSplitStatements:false
create schema croft;
comment on schema croft is 'Functions that fence tables and make ids. It holds no rows.';
revoke all on schema croft from public;
grant usage on schema croft to croft_app, croft_admin;

--rollback drop schema croft;
