create schema shop;

create table shop.orders (id uuid not null);
alter table shop.orders replica identity full;
