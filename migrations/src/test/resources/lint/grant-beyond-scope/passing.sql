create schema shop;

create table shop.currencies (code text not null);
comment on table shop.currencies is '@scope global';
grant select on shop.currencies to croft_app;
grant select, insert, update on shop.currencies to croft_admin;
