create schema shop;

create table shop.orders (
  paid_at timestamp,
  opens_at time with time zone
);
