create schema shop;

create table shop.orders (
  details jsonb not null,
  currency text not null
);

create index orders_currency_idx on shop.orders (currency);
