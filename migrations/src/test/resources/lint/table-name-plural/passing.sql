create schema shop;

create table shop.order_items (id uuid not null);
create table shop.categories (id uuid not null);
create table shop.addresses (id uuid not null);
create table shop.statuses (id uuid not null);
create table shop.people (id uuid not null);
create table shop.price_history (id uuid not null);
