create schema shop;

create table shop.orders (
  is_paid boolean not null,
  has_discount boolean not null
);
