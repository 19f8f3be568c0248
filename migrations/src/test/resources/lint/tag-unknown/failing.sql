create schema shop;

create table shop.orders (
  note text,
  phone_number text
);

comment on table shop.orders is E'An order.\n@scope system\n@apend-only';
comment on column shop.orders.note is E'What the customer wrote.\n@scope tenant';
comment on column shop.orders.phone_number is E'Where the customer is called.\n@PII contact';
