create schema shop;

create table shop.orders (
  customer_id uuid not null,
  placed_at timestamptz not null
);

create index orders_placed_idx on shop.orders (placed_at);
create index orders_customer_placed_idx on shop.orders (customer_id, placed_at);
