create schema shop;

create table shop.orders (
  id uuid not null,
  tenant_id uuid not null,
  note text
);

comment on column shop.orders.id is 'Identifies the order.';
comment on column shop.orders.note is '@pii conduct';
