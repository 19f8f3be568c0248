create schema shop;

create table shop.orders (
  discount_code text,
  discount_amount numeric,
  discount_reason text
);
