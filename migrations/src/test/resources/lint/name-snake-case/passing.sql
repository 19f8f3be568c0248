create schema shop;

create table shop.order_items (
  unit_price numeric not null,
  address_line_2 text
);
