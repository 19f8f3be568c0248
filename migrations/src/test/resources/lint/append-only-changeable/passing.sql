create schema shop;

create table shop.order_events (id uuid not null);
select croft.append_only('shop.order_events');
