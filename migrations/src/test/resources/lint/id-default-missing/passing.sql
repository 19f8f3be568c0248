create schema shop;

create table shop.orders (id uuid not null default croft.uuid_v7());
