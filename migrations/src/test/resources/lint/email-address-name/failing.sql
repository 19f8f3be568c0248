create schema shop;

create table shop.customers (
  email text not null,
  billing_email text not null
);
