create schema shop;

create view shop.people with (security_invoker = true) as
  select u.email_address from public.users u;
