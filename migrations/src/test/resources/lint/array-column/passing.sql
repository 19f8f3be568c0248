create schema shop;

create table shop.orders (
  tenant_id uuid not null,
  id uuid not null,
  constraint orders_pk primary key (tenant_id, id)
);

create table shop.order_coupons (
  tenant_id uuid not null,
  order_id uuid not null,
  coupon text not null
);
