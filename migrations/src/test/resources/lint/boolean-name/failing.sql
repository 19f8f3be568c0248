create schema shop;

create table shop.orders (paid boolean not null);
