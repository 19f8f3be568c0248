create schema shop;

create table shop.orders (deleted_at timestamptz);
