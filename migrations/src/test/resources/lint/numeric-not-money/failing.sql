create schema shop;

create table shop.orders (total money not null);
