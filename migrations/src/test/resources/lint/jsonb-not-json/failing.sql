create schema shop;

create table shop.orders (payload json not null);
