--liquibase formatted sql

--changeset croft:create_role_permissions splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: a role takes its permissions along; a permission in use is not taken from its roles.
create table auth.role_permissions (
  tenant_id uuid not null,
  role_id uuid not null,
  permission_id uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint role_permissions_pk primary key (tenant_id, role_id, permission_id),
  constraint role_permissions_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint role_permissions_role_fk
    foreign key (tenant_id, role_id) references auth.roles (tenant_id, id) on delete cascade,
  constraint role_permissions_permission_fk
    foreign key (permission_id) references auth.permissions (id) on delete restrict
);

create index role_permissions_permission_idx on auth.role_permissions (permission_id);

comment on table auth.role_permissions is 'A permission that a role holds.';
comment on column auth.role_permissions.tenant_id is 'The tenant that the role belongs to.';
comment on column auth.role_permissions.role_id is 'The role that holds the permission.';
comment on column auth.role_permissions.permission_id is 'The permission that the role holds.';
comment on column auth.role_permissions.created_at is 'When the row was written.';
comment on column auth.role_permissions.updated_at is 'When the row last changed.';

select croft.tenant_table('auth.role_permissions');

--rollback drop table auth.role_permissions;
