create schema shop;

create table shop.orders (id uuid not null);
grant select, insert on shop.orders to public;
