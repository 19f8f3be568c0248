create schema shop;

create table shop.orders (id uuid not null);
comment on table shop.orders is E'An order.\n@scope tenant';

create table shop.addresses (id uuid not null);
comment on table shop.addresses is E'An address.\n@scope shared via public.tenant_users';
