create schema shop;

create table shop.orders (tenant_id uuid not null, is_open boolean not null);
comment on table shop.orders is '@scope tenant';

create policy open_ones on shop.orders as restrictive for update to croft_app using (is_open);
