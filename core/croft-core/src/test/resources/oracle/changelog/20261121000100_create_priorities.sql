--liquibase formatted sql

--changeset oracle:create_priorities splitStatements:false
create table work.priorities (
  id uuid not null default croft.uuid_v7(),
  name text not null,
  weight integer not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint priorities_pk primary key (id),
  constraint priorities_name_unique unique (name)
);

comment on table work.priorities is 'How much a task matters: the same for all tenants.';

select croft.global_table('work.priorities');

--rollback drop table work.priorities;
