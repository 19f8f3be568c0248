create schema shop;

create table shop.customers (
  id uuid not null,
  name text not null,
  constraint customers_pk primary key (id)
);

create table shop.orders (
  id uuid not null,
  customer_id uuid,
  state text,
  note varchar(20),
  total numeric(10, 2),
  constraint orders_pk primary key (id)
);

create index orders_state_idx on shop.orders (state);

create index orders_total_idx on shop.orders (total);
