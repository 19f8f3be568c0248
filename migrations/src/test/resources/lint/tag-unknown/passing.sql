create schema shop;

create table shop.orders (
  phone_number text
);

comment on table shop.orders is E'An order.\n@scope system\n@append-only';
comment on column shop.orders.phone_number is E'Where the customer is called.\n@pii contact';
