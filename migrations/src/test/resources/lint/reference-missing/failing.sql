create schema shop;

create table shop.orders (customer_id uuid not null);
