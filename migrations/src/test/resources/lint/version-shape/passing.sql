create schema shop;

create table shop.orders (version bigint not null default 1);
create table shop.releases (version text not null);
