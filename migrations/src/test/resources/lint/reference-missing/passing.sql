create schema shop;

create table shop.customers (
  id uuid not null,
  constraint customers_pk primary key (id)
);

create table shop.orders (
  customer_id uuid not null,
  constraint orders_customer_fk foreign key (customer_id) references shop.customers (id)
    on delete restrict
);
