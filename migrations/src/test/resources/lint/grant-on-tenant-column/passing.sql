create schema shop;

create table shop.orders (
  tenant_id uuid not null,
  is_paid boolean not null
);

comment on table shop.orders is '@scope tenant';
grant select, update (is_paid) on shop.orders to croft_app;
