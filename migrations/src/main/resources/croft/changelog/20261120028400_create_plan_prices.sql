--liquibase formatted sql

--changeset croft:create_plan_prices splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: a price falls with its plan, unless somebody subscribed at it.
create table billing.plan_prices (
  id uuid not null default croft.uuid_v7(),
  plan_id uuid not null,
  billing_interval text not null,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint plan_prices_pk primary key (id),
  constraint plan_prices_plan_fk
    foreign key (plan_id) references billing.plans (id) on delete cascade,
  constraint plan_prices_interval_check check (billing_interval in ('none', 'month', 'year'))
);

create unique index plan_prices_interval_unique
  on billing.plan_prices (plan_id, billing_interval) where is_active;
create index plan_prices_plan_idx on billing.plan_prices (plan_id);

comment on table billing.plan_prices is 'A way to pay for a plan.';
comment on column billing.plan_prices.id is 'Identifies the price.';
comment on column billing.plan_prices.plan_id is 'The plan that is paid for.';
comment on column billing.plan_prices.billing_interval is
  'How often it is paid: none, month or year; the amount is with the provider.';
comment on column billing.plan_prices.is_active is
  'Whether a tenant can still subscribe at it; who did before stays at it.';
comment on column billing.plan_prices.created_at is 'When the row was written.';
comment on column billing.plan_prices.updated_at is 'When the row last changed.';

select croft.global_table('billing.plan_prices');

--rollback drop table billing.plan_prices;
