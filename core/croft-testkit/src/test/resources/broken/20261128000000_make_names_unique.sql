--liquibase formatted sql

--changeset broken:make_names_unique splitStatements:false stripComments:false
create unique index roles_name_everywhere on auth.roles (name);

--rollback drop index auth.roles_name_everywhere;
