create schema shop;

create table shop.orders (
  unit_price double precision not null,
  discount_amount real not null
);
