create schema shop;

create table shop.orders (
  coupon_ids text not null,
  tags text not null
);
