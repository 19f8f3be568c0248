--liquibase formatted sql

--changeset croft:create_customers splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: what a provider calls a tenant falls with the tenant.
create table billing.customers (
  tenant_id uuid not null,
  provider text not null,
  external_id text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint customers_pk primary key (tenant_id, provider),
  constraint customers_external_unique unique (provider, external_id),
  constraint customers_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint customers_provider_check check (provider ~ '^[a-z][a-z0-9_]*$'),
  constraint customers_external_check check (char_length(external_id) between 1 and 255)
);

comment on table billing.customers is 'What a provider of payments calls a tenant.';
comment on column billing.customers.tenant_id is 'The tenant that is called so.';
comment on column billing.customers.provider is 'The provider, such as stripe.';
comment on column billing.customers.external_id is 'What the provider calls it.';
comment on column billing.customers.created_at is 'When the row was written.';
comment on column billing.customers.updated_at is 'When the row last changed.';

select croft.system_table('billing.customers');

--rollback drop table billing.customers;
