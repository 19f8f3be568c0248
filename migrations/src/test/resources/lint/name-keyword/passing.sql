create schema shop;

create table shop.orders (
  item_limit integer not null
);
