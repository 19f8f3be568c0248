create schema shop;

create table shop.orders (
  tenant_id uuid not null,
  number bigint not null,
  reference text not null,
  constraint orders_number_unique unique (number)
);

create unique index orders_reference_idx on shop.orders (reference, tenant_id)
  where reference <> '';

comment on table shop.orders is '@scope tenant';
