--liquibase formatted sql

--changeset broken:widen_policy splitStatements:false stripComments:false
drop policy tenant_guard on auth.roles;
create policy everyone on auth.roles for select to croft_app using (true);

--rollback drop policy everyone on auth.roles;
