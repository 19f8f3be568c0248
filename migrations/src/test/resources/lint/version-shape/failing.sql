create schema shop;

create table shop.orders (version integer default 0);
