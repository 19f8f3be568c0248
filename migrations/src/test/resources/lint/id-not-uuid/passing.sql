create schema shop;

create table shop.orders (id uuid not null);
