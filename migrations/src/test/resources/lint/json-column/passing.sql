create schema shop;

create table shop.orders (settings jsonb not null);
comment on column shop.orders.settings is E'How it is shown.\n@json com.example.OrderSettings';
