create schema shop;

create table shop.orders (id uuid not null);
grant select, insert, delete on shop.orders to croft_app;
