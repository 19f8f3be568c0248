--liquibase formatted sql

--changeset croft:create_system_roles splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: that a role is named here is what keeps it from being deleted, and a template that is
-- in use stays. Purging a tenant takes these rows first.
create table auth.system_roles (
  tenant_id uuid not null,
  role_id uuid not null,
  role_template_id uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint system_roles_pk primary key (tenant_id, role_id),
  constraint system_roles_template_unique unique (tenant_id, role_template_id),
  constraint system_roles_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint system_roles_role_fk
    foreign key (tenant_id, role_id) references auth.roles (tenant_id, id) on delete restrict,
  constraint system_roles_template_fk
    foreign key (role_template_id) references auth.role_templates (id) on delete restrict
);

create index system_roles_template_idx on auth.system_roles (role_template_id, tenant_id);

comment on table auth.system_roles is
  'That a role of a tenant was made from a template, and stays as long as the tenant.';
comment on column auth.system_roles.tenant_id is 'The tenant of the role.';
comment on column auth.system_roles.role_id is 'The role, whatever it is called by now.';
comment on column auth.system_roles.role_template_id is 'The template that the role was made from.';
comment on column auth.system_roles.created_at is 'When the row was written.';
comment on column auth.system_roles.updated_at is 'When the row last changed.';

select croft.system_writes('auth.system_roles');
select croft.tenant_table('auth.system_roles');

--rollback drop table auth.system_roles;
