create schema shop;

create table shop.customers (
  phone_number1 text,
  phone_number2 text,
  contact_1 uuid,
  contact_2 uuid,
  contact_3 uuid
);
