--liquibase formatted sql

--changeset croft:create_plans splitStatements:false stripComments:false rollbackSplitStatements:false
create table billing.plans (
  id uuid not null default croft.uuid_v7(),
  name text not null,
  description text not null,
  is_active boolean not null default true,
  is_default boolean not null default false,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint plans_pk primary key (id),
  constraint plans_name_unique unique (name),
  constraint plans_name_check check (name ~ '^[a-z][a-z0-9_]*$' and char_length(name) <= 63),
  constraint plans_default_check check (is_active or not is_default)
);

create unique index plans_default_unique on billing.plans (is_default) where is_default;

comment on table billing.plans is 'What a tenant can subscribe to.';
comment on column billing.plans.id is 'Identifies the plan.';
comment on column billing.plans.name is 'What code calls the plan.';
comment on column billing.plans.description is 'What the plan offers, in words.';
comment on column billing.plans.is_active is 'Whether a tenant can still subscribe to it.';
comment on column billing.plans.is_default is 'Whether new tenants begin with it.';
comment on column billing.plans.version is 'Counts the changes of the row, from 1.';
comment on column billing.plans.created_at is 'When the row was written.';
comment on column billing.plans.updated_at is 'When the row last changed.';

select croft.global_table('billing.plans');

--rollback drop table billing.plans;
