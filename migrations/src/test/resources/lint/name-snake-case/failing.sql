create schema shop;

create table shop."orderItems" (id uuid not null);
create table shop.parcels ("Unit-Price" numeric not null);
