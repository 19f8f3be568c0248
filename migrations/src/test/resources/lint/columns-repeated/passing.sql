create schema shop;

create table shop.orders (
  billing_town text not null,
  delivery_town text not null
);
