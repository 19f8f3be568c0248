create schema shop;

create table shop.order_tags (
  order_id uuid not null,
  tag text not null
);
