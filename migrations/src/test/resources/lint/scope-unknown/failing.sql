create schema shop;

create table shop.orders (id uuid not null);
comment on table shop.orders is E'An order.\n@scope tenants';

create table shop.imports (id uuid not null);
comment on table shop.imports is E'An import.\n@scope system\n@scope global';

create table shop.addresses (id uuid not null);
comment on table shop.addresses is E'An address.\n@scope shared via public.users';
