create schema shop;

create table shop.orders (
  title text not null,
  constraint orders_title_check check (char_length(title) <= 200)
);
