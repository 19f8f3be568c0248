create schema shop;

create table shop.orders (tenant_id uuid not null);
comment on table shop.orders is '@scope tenant';

create policy support_reads on shop.orders for select to croft_app using (true);
