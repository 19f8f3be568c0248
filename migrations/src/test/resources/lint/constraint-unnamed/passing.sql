create schema shop;

create table shop.orders (
  id uuid not null,
  number bigint not null,
  total numeric not null,
  constraint orders_pk primary key (id),
  constraint orders_number_unique unique (number),
  constraint orders_total_check check (total >= 0)
);
