--liquibase formatted sql

--changeset croft:create_permissions splitStatements:false stripComments:false rollbackSplitStatements:false
create table auth.permissions (
  id uuid not null default croft.uuid_v7(),
  name text not null,
  description text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint permissions_pk primary key (id),
  constraint permissions_name_unique unique (name),
  constraint permissions_name_check check (name ~ '^[a-z][a-z0-9_]*:[a-z][a-z0-9_]*$')
);

comment on table auth.permissions is 'Something that a role may allow its holders to do.';
comment on column auth.permissions.id is 'Identifies the permission.';
comment on column auth.permissions.name is 'What code asks for, written resource:action.';
comment on column auth.permissions.description is 'What the permission allows, in words.';
comment on column auth.permissions.created_at is 'When the row was written.';
comment on column auth.permissions.updated_at is 'When the row last changed.';

select croft.global_table('auth.permissions');

--rollback drop table auth.permissions;
