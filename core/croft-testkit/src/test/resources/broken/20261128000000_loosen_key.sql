--liquibase formatted sql

--changeset broken:loosen_key splitStatements:false stripComments:false
alter table auth.roles drop constraint roles_pk cascade;
alter table auth.roles add constraint roles_pk primary key (id);
alter table auth.user_roles add constraint user_roles_role_fk
  foreign key (role_id) references auth.roles (id) on delete cascade;

--rollback alter table auth.user_roles drop constraint user_roles_role_fk;
--rollback alter table auth.roles drop constraint roles_pk;
--rollback alter table auth.roles add constraint roles_pk primary key (tenant_id, id);
--rollback alter table auth.user_roles add constraint user_roles_role_fk
--rollback   foreign key (tenant_id, role_id) references auth.roles (tenant_id, id)
--rollback   on delete cascade;
--rollback alter table auth.role_permissions add constraint role_permissions_role_fk
--rollback   foreign key (tenant_id, role_id) references auth.roles (tenant_id, id)
--rollback   on delete cascade;
