--liquibase formatted sql

--changeset broken:disable_row_security splitStatements:false stripComments:false
alter table auth.roles no force row level security, disable row level security;

--rollback alter table auth.roles force row level security, enable row level security;
