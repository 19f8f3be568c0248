create schema shop;

create table shop.orders (id uuid not null);
comment on table shop.orders is '@scope tenant';
alter table shop.orders enable row level security, force row level security;

create table shop.currencies (code text not null);
comment on table shop.currencies is '@scope global';
