create schema shop;

create table shop.orders (phone_number text);
comment on column shop.orders.phone_number is E'Where the customer is called.\n@pii';
