--liquibase formatted sql

--changeset croft:create_subscription_cancellations splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: it is a fact of the subscription.
create table billing.subscription_cancellations (
  tenant_id uuid not null,
  subscription_id uuid not null,
  cancels_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint subscription_cancellations_pk primary key (tenant_id, subscription_id),
  constraint subscription_cancellations_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint subscription_cancellations_subscription_fk
    foreign key (tenant_id, subscription_id)
    references billing.subscriptions (tenant_id, id) on delete cascade
);

comment on table billing.subscription_cancellations is 'That a subscription will not go on.';
comment on column billing.subscription_cancellations.tenant_id is 'The tenant that subscribed.';
comment on column billing.subscription_cancellations.subscription_id is 'The subscription.';
comment on column billing.subscription_cancellations.cancels_at is
  'When it ends; at the end of a period, that is when the period ended as it was asked for.';
comment on column billing.subscription_cancellations.created_at is 'When the row was written.';
comment on column billing.subscription_cancellations.updated_at is 'When the row last changed.';

select croft.system_writes('billing.subscription_cancellations');
select croft.tenant_table('billing.subscription_cancellations');

--rollback drop table billing.subscription_cancellations;
