create schema shop;

create table shop.orders (
  number bigint not null,
  placed_at timestamptz not null,
  constraint orders_number_unique unique (number)
);

create index orders_placed_idx on shop.orders (placed_at);
create index orders_large_idx on shop.orders (placed_at) where number > 1000;
