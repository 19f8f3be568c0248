--liquibase formatted sql

--changeset croft:create_limits splitStatements:false stripComments:false rollbackSplitStatements:false
create table billing.limits (
  id uuid not null default croft.uuid_v7(),
  name text not null,
  unit text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint limits_pk primary key (id),
  constraint limits_name_unique unique (name),
  constraint limits_name_check check (name ~ '^[a-z][a-z0-9_]*$' and char_length(name) <= 63),
  constraint limits_unit_check check (unit ~ '^[a-z ]+$')
);

comment on table billing.limits is 'Something of which a plan gives so much.';
comment on column billing.limits.id is 'Identifies the limit.';
comment on column billing.limits.name is 'What code calls it: todos, members, storage.';
comment on column billing.limits.unit is 'What is counted, in the plural.';
comment on column billing.limits.created_at is 'When the row was written.';
comment on column billing.limits.updated_at is 'When the row last changed.';

select croft.global_table('billing.limits');

--rollback drop table billing.limits;
