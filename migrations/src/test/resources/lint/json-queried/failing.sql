create schema shop;

create table shop.orders (
  details jsonb not null,
  currency text generated always as (details ->> 'currency') stored
);

create index orders_details_idx on shop.orders using gin (details);
create index orders_customer_idx on shop.orders ((details ->> 'customer'));
