create schema shop;

create table shop.orders (id uuid not null);
create table shop.large_orders (discount numeric) inherits (shop.orders);
