--liquibase formatted sql

--changeset croft:create_user_roles splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: a role is held only as long as both the membership and the role exist.
create table auth.user_roles (
  tenant_id uuid not null,
  user_id uuid not null,
  role_id uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_roles_pk primary key (tenant_id, user_id, role_id),
  constraint user_roles_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint user_roles_user_fk
    foreign key (tenant_id, user_id) references public.tenant_users (tenant_id, user_id)
    on delete cascade,
  constraint user_roles_role_fk
    foreign key (tenant_id, role_id) references auth.roles (tenant_id, id) on delete cascade
);

create index user_roles_role_idx on auth.user_roles (tenant_id, role_id);

comment on table auth.user_roles is 'A role that a member of a tenant holds.';
comment on column auth.user_roles.tenant_id is 'The tenant in which the role is held.';
comment on column auth.user_roles.user_id is 'The member who holds the role.';
comment on column auth.user_roles.role_id is 'The role that the member holds.';
comment on column auth.user_roles.created_at is 'When the row was written.';
comment on column auth.user_roles.updated_at is 'When the row last changed.';

select croft.tenant_table('auth.user_roles');

--rollback drop table auth.user_roles;
