create schema shop;

create table shop.orders (total numeric not null);
alter table shop.orders add constraint orders_total_check check (total >= 0) not valid;
