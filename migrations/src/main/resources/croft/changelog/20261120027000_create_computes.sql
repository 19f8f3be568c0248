--liquibase formatted sql

--changeset croft:create_computes splitStatements:false stripComments:false rollbackSplitStatements:false
create table admin.computes (
  id uuid not null default croft.uuid_v7(),
  name text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint computes_pk primary key (id),
  constraint computes_name_unique unique (name),
  constraint computes_name_check
    check (name ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(name) <= 63)
);

comment on table admin.computes is 'An instance of PostgreSQL on which tenants can be placed.';
comment on column admin.computes.id is 'Identifies the instance.';
comment on column admin.computes.name is
  'What operators call the instance; where it is and how to get in, their configuration says.';
comment on column admin.computes.created_at is 'When the row was written.';
comment on column admin.computes.updated_at is 'When the row last changed.';

select croft.system_table('admin.computes');

--rollback drop table admin.computes;
