create schema shop;

create table shop.order_discounts (
  order_id uuid not null,
  discount_code text not null,
  discount_amount numeric not null,
  discount_reason text
);
