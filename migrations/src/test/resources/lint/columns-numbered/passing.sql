create schema shop;

create table shop.customer_phone_numbers (
  customer_id uuid not null,
  phone_number text not null,
  sha_256 bytea
);
