create schema shop;

create table shop.orders (
  paid_at timestamptz,
  due_on date,
  opens_at time
);
