create schema shop;

create table shop.imports (id uuid not null);
comment on table shop.imports is '@scope system';
grant select on shop.imports to croft_app;

create table shop.currencies (code text not null);
comment on table shop.currencies is '@scope global';
grant select, update on shop.currencies to croft_app;
