create schema shop;

create table shop.orders (
  id uuid not null,
  constraint orders_pk primary key (id)
);

comment on table shop.orders is E'What a customer has asked for.\n@scope system';
