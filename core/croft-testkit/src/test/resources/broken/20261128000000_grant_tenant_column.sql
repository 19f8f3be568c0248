--liquibase formatted sql

--changeset broken:grant_tenant_column splitStatements:false stripComments:false
grant update (tenant_id) on auth.roles to croft_app;

--rollback revoke update (tenant_id) on auth.roles from croft_app;
