create schema shop;

create table shop.orders (
  tenant_id uuid not null,
  id uuid not null
);

comment on table shop.orders is '@scope tenant';

create table shop.order_tags (name text not null);
