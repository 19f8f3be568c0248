create schema shop;

create table shop.orders (
  billing_street text not null,
  billing_town text not null,
  billing_country text not null,
  delivery_street text not null,
  delivery_town text not null,
  delivery_country text not null
);
