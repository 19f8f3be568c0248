create schema shop;

create table shop.orders (
  updated_at timestamptz not null default now()
);

select croft.keep_updated_at('shop.orders');
