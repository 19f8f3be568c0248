create schema shop;

create table shop.orders (
  created_at timestamptz
);
