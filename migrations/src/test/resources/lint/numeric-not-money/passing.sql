create schema shop;

create table shop.orders (
  total numeric not null,
  total_in_cents bigint not null,
  currency_code text not null
);
