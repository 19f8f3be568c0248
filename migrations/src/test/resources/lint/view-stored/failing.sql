create schema shop;

create materialized view shop.people as
  select u.email_address from public.users u;
