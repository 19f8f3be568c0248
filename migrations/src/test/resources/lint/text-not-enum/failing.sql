create schema shop;

create type shop.order_status as enum ('open', 'paid', 'shipped');

create table shop.orders (status shop.order_status not null);
