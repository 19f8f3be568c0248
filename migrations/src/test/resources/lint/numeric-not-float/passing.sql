create schema shop;

create table shop.orders (
  unit_price numeric not null,
  weight_in_kilograms double precision not null
);
