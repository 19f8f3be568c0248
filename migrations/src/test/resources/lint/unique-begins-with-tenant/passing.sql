create schema shop;

create table shop.orders (
  tenant_id uuid not null,
  number bigint not null,
  constraint orders_number_unique unique (tenant_id, number)
);

comment on table shop.orders is '@scope tenant';
