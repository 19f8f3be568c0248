create schema shop;

create table shop.orders (id uuid not null);
create table shop.order_discounts (order_id uuid not null, discount numeric not null);
