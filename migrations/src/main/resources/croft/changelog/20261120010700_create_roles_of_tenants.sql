--liquibase formatted sql

--changeset croft:create_roles_of_tenants splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: roles are part of the tenant.
create table auth.roles (
  tenant_id uuid not null,
  id uuid not null default croft.uuid_v7(),
  name text not null,
  description text not null default '',
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint roles_pk primary key (tenant_id, id),
  constraint roles_name_unique unique (tenant_id, name),
  constraint roles_name_check check (name = btrim(name) and char_length(name) between 1 and 100),
  constraint roles_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade
);

comment on table auth.roles is 'A set of permissions that a tenant gives to members together.';
comment on column auth.roles.tenant_id is 'The tenant that the role belongs to.';
comment on column auth.roles.id is 'Identifies the role within the tenant.';
comment on column auth.roles.name is 'What people call the role; unique within the tenant.';
comment on column auth.roles.description is 'What the role is for, in words; may be empty.';
comment on column auth.roles.version is 'Counts the changes of the row, from 1.';
comment on column auth.roles.created_at is 'When the row was written.';
comment on column auth.roles.updated_at is 'When the row last changed.';

select croft.tenant_table('auth.roles');

--rollback drop table auth.roles;
