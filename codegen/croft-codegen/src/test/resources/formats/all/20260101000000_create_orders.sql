--liquibase formatted sql

--changeset test:create_orders splitStatements:false
create table ${shop.schema}.orders (
  tenant_id uuid not null,
  id uuid not null default croft.uuid_v7(),
  currency_code text not null,
  status text not null,
  amount numeric(12, 2),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint orders_pk primary key (tenant_id, id),
  constraint orders_tenant_fk foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint orders_currency_fk foreign key (currency_code) references shop.currencies (code) on delete restrict,
  constraint orders_status_check check (status in ('open', 'in progress', 'done'))
);
create index orders_currency_ix on shop.orders (currency_code);
comment on table shop.orders is 'What somebody wants to buy,
and in which currency.';
comment on column shop.orders.tenant_id is 'Whose order it is.';
comment on column shop.orders.id is 'Which.';
comment on column shop.orders.currency_code is 'What is paid with.';
comment on column shop.orders.status is 'How far it is.
@enum open|in progress|done';
comment on column shop.orders.amount is 'What it costs.';
comment on column shop.orders.created_at is 'When it was written.';
comment on column shop.orders.updated_at is 'When it last changed.';
select croft.tenant_table('shop.orders');

--rollback drop table ${shop.schema}.orders;
