create schema shop;

create table shop.carts (id uuid not null);
