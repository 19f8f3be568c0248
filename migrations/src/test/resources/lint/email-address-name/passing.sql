create schema shop;

create table shop.customers (
  email_address text not null,
  billing_email_address text not null
);
