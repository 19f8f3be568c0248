create schema shop;

create table shop.orders (id uuid not null);
create table shop.parcels (id uuid not null default gen_random_uuid());
