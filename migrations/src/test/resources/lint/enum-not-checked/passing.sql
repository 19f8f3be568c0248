create schema shop;

create table shop.orders (
  status text not null,
  constraint orders_status_check check (status in ('open', 'paid', 'shipped'))
);

comment on column shop.orders.status is E'How far it is.\n@enum open|paid|shipped';
