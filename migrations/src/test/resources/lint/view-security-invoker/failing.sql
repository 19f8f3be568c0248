create schema shop;

create view shop.people as
  select u.email_address from public.users u;
