--liquibase formatted sql

--changeset croft:create_subscription_trials splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: it is a fact of the subscription.
create table billing.subscription_trials (
  tenant_id uuid not null,
  subscription_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint subscription_trials_pk primary key (tenant_id, subscription_id),
  constraint subscription_trials_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint subscription_trials_subscription_fk
    foreign key (tenant_id, subscription_id)
    references billing.subscriptions (tenant_id, id) on delete cascade,
  constraint subscription_trials_order_check check (ends_at > starts_at)
);

comment on table billing.subscription_trials is
  'The time for which a subscription is free at its start.';
comment on column billing.subscription_trials.tenant_id is 'The tenant that subscribed.';
comment on column billing.subscription_trials.subscription_id is 'The subscription.';
comment on column billing.subscription_trials.starts_at is 'When the trial began.';
comment on column billing.subscription_trials.ends_at is 'When the trial ends.';
comment on column billing.subscription_trials.created_at is 'When the row was written.';
comment on column billing.subscription_trials.updated_at is 'When the row last changed.';

select croft.system_writes('billing.subscription_trials');
select croft.tenant_table('billing.subscription_trials');

--rollback drop table billing.subscription_trials;
