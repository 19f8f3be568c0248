create schema shop;

create table shop.orders (
  tenant_id uuid not null,
  id uuid not null,
  coupons text[] not null,
  constraint orders_pk primary key (tenant_id, id)
);
