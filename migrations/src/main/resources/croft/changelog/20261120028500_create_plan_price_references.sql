--liquibase formatted sql

--changeset croft:create_plan_price_references splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: a reference falls with its price.
create table billing.plan_price_references (
  plan_price_id uuid not null,
  provider text not null,
  external_id text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint plan_price_references_pk primary key (plan_price_id, provider),
  constraint plan_price_references_external_unique unique (provider, external_id),
  constraint plan_price_references_price_fk
    foreign key (plan_price_id) references billing.plan_prices (id) on delete cascade,
  constraint plan_price_references_provider_check check (provider ~ '^[a-z][a-z0-9_]*$'),
  constraint plan_price_references_external_check
    check (char_length(external_id) between 1 and 255)
);

comment on table billing.plan_price_references is 'What a provider of payments calls a price.';
comment on column billing.plan_price_references.plan_price_id is 'The price that is called so.';
comment on column billing.plan_price_references.provider is 'The provider, such as stripe.';
comment on column billing.plan_price_references.external_id is 'What the provider calls it.';
comment on column billing.plan_price_references.created_at is 'When the row was written.';
comment on column billing.plan_price_references.updated_at is 'When the row last changed.';

select croft.global_table('billing.plan_price_references');

--rollback drop table billing.plan_price_references;
