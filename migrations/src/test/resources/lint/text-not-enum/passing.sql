create schema shop;

create table shop.orders (
  status text not null,
  constraint orders_status_check check (status in ('open', 'paid', 'shipped'))
);
