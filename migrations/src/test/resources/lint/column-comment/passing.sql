create schema shop;

create table shop.orders (
  id uuid not null,
  note text
);

comment on column shop.orders.id is 'Identifies the order.';
comment on column shop.orders.note is E'What the customer wrote, if anything.\n@pii conduct';
