create schema shop;

create table shop.order_item (id uuid not null);
create table shop.category (id uuid not null);
create table shop.address (id uuid not null);
create table shop.status (id uuid not null);
