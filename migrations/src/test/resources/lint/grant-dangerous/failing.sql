create schema shop;

create table shop.orders (id uuid not null);
grant select, truncate, references on shop.orders to croft_app;
