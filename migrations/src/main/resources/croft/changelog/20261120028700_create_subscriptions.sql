--liquibase formatted sql

--changeset croft:create_subscriptions splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: a subscription is part of the tenant; a price that somebody subscribed at stays.
create table billing.subscriptions (
  tenant_id uuid not null,
  id uuid not null default croft.uuid_v7(),
  plan_price_id uuid not null,
  status text not null,
  seats integer not null default 1,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint subscriptions_pk primary key (tenant_id, id),
  constraint subscriptions_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint subscriptions_price_fk
    foreign key (plan_price_id) references billing.plan_prices (id) on delete restrict,
  constraint subscriptions_status_check
    check (status in (
      'incomplete', 'incomplete_expired', 'trialing', 'active', 'past_due', 'unpaid', 'paused',
      'canceled')),
  constraint subscriptions_seats_check check (seats >= 1)
);

create unique index subscriptions_live_unique
  on billing.subscriptions (tenant_id) where status not in ('canceled', 'incomplete_expired');
create index subscriptions_price_idx on billing.subscriptions (plan_price_id, tenant_id);

comment on table billing.subscriptions is 'That a tenant subscribed to a plan.';
comment on column billing.subscriptions.tenant_id is 'The tenant that subscribed.';
comment on column billing.subscriptions.id is 'Identifies the subscription within the tenant.';
comment on column billing.subscriptions.plan_price_id is
  'What the tenant pays, and with that the plan.';
comment on column billing.subscriptions.status is
  'How the subscription stands, in the words of the provider.';
comment on column billing.subscriptions.seats is 'How many members are paid for.';
comment on column billing.subscriptions.version is 'Counts the changes of the row, from 1.';
comment on column billing.subscriptions.created_at is 'When the row was written.';
comment on column billing.subscriptions.updated_at is 'When the row last changed.';

select croft.system_writes('billing.subscriptions');
select croft.tenant_table('billing.subscriptions');

--rollback drop table billing.subscriptions;
