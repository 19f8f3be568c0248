--liquibase formatted sql

--changeset broken:show_roles splitStatements:false stripComments:false
create view auth.all_roles as select tenant_id, id, name from auth.roles;
comment on view auth.all_roles is 'Roles.';
grant select on auth.all_roles to croft_app;

--rollback drop view auth.all_roles;
