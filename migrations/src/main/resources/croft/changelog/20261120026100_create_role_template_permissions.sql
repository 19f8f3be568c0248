--liquibase formatted sql

--changeset croft:create_role_template_permissions splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: a grant falls with its template; a permission in use is not taken from templates.
create table auth.role_template_permissions (
  role_template_id uuid not null,
  permission_id uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint role_template_permissions_pk primary key (role_template_id, permission_id),
  constraint role_template_permissions_template_fk
    foreign key (role_template_id) references auth.role_templates (id) on delete cascade,
  constraint role_template_permissions_permission_fk
    foreign key (permission_id) references auth.permissions (id) on delete restrict
);

create index role_template_permissions_permission_idx
  on auth.role_template_permissions (permission_id);

comment on table auth.role_template_permissions is
  'A permission that the role of a template holds when it is made.';
comment on column auth.role_template_permissions.role_template_id is 'The template of the role.';
comment on column auth.role_template_permissions.permission_id is
  'The permission that the role holds.';
comment on column auth.role_template_permissions.created_at is 'When the row was written.';
comment on column auth.role_template_permissions.updated_at is 'When the row last changed.';

select croft.global_table('auth.role_template_permissions');

--rollback drop table auth.role_template_permissions;
