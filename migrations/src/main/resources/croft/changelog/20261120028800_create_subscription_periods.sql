--liquibase formatted sql

--changeset croft:create_subscription_periods splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: it is a fact of the subscription.
create table billing.subscription_periods (
  tenant_id uuid not null,
  subscription_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint subscription_periods_pk primary key (tenant_id, subscription_id),
  constraint subscription_periods_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint subscription_periods_subscription_fk
    foreign key (tenant_id, subscription_id)
    references billing.subscriptions (tenant_id, id) on delete cascade,
  constraint subscription_periods_order_check check (ends_at > starts_at)
);

comment on table billing.subscription_periods is 'The time that a subscription is paid for now.';
comment on column billing.subscription_periods.tenant_id is 'The tenant that subscribed.';
comment on column billing.subscription_periods.subscription_id is 'The subscription.';
comment on column billing.subscription_periods.starts_at is 'When the time began.';
comment on column billing.subscription_periods.ends_at is 'When the time ends.';
comment on column billing.subscription_periods.created_at is 'When the row was written.';
comment on column billing.subscription_periods.updated_at is 'When the row last changed.';

select croft.system_writes('billing.subscription_periods');
select croft.tenant_table('billing.subscription_periods');

--rollback drop table billing.subscription_periods;
