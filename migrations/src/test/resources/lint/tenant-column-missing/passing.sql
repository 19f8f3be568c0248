create schema shop;

create table shop.orders (tenant_id uuid not null);
comment on table shop.orders is '@scope tenant';
