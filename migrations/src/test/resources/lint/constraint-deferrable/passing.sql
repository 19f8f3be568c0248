create schema shop;

create table shop.orders (
  number bigint not null,
  constraint orders_number_unique unique (number)
);
