create schema shop;

create table shop."order" (id uuid not null);
create table shop.parcels ("limit" integer not null);
