create schema shop;

create table shop.orders (id uuid not null);
comment on table shop.orders is '@scope tenant';

create table shop.parcels (tenant_id text);
comment on table shop.parcels is '@scope tenant';
