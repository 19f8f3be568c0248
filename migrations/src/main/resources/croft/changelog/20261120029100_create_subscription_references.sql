--liquibase formatted sql

--changeset croft:create_subscription_references splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: what a provider calls a subscription falls with it.
create table billing.subscription_references (
  tenant_id uuid not null,
  subscription_id uuid not null,
  provider text not null,
  external_id text not null,
  reported_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint subscription_references_pk primary key (tenant_id, subscription_id, provider),
  constraint subscription_references_external_unique unique (provider, external_id),
  constraint subscription_references_subscription_fk
    foreign key (tenant_id, subscription_id)
    references billing.subscriptions (tenant_id, id) on delete cascade,
  constraint subscription_references_provider_check check (provider ~ '^[a-z][a-z0-9_]*$'),
  constraint subscription_references_external_check
    check (char_length(external_id) between 1 and 255)
);

comment on table billing.subscription_references is
  'What a provider of payments calls a subscription.';
comment on column billing.subscription_references.tenant_id is 'The tenant that subscribed.';
comment on column billing.subscription_references.subscription_id is
  'The subscription that is called so.';
comment on column billing.subscription_references.provider is 'The provider, such as stripe.';
comment on column billing.subscription_references.external_id is 'What the provider calls it.';
comment on column billing.subscription_references.reported_at is
  'When the provider made the report that was taken over last, by its clock; none until one was.';
comment on column billing.subscription_references.created_at is 'When the row was written.';
comment on column billing.subscription_references.updated_at is 'When the row last changed.';

select croft.system_table('billing.subscription_references');

--rollback drop table billing.subscription_references;
