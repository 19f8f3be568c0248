create schema shop;

create table shop.orders (payload jsonb not null);
