create schema shop;

create table shop.orders (created_at timestamptz not null) partition by range (created_at);

create table shop.orders_2026_01 partition of shop.orders
  for values from ('2026-01-01') to ('2026-02-01');

create index orders_created_idx on shop.orders (created_at);
