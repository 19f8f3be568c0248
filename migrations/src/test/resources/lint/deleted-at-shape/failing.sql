create schema shop;

create table shop.orders (deleted_at timestamp default now());
create table shop.parcels (is_deleted boolean not null default false);
