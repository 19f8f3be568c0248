create schema shop;

create table shop.orders (id uuid not null);
grant select on shop.orders to croft_admin;
