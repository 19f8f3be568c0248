create schema shop;

create table shop.orders (details jsonb not null);
