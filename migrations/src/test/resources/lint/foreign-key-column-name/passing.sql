create schema shop;

create table shop.customers (
  id uuid not null,
  constraint customers_pk primary key (id)
);

create table shop.currencies (
  code text not null,
  constraint currencies_pk primary key (code)
);

create table shop.orders (
  buyer_id uuid not null,
  currency_code text not null,
  constraint orders_buyer_fk foreign key (buyer_id) references shop.customers (id),
  constraint orders_currency_fk foreign key (currency_code) references shop.currencies (code)
);
