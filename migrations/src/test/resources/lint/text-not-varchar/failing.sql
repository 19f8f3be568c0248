create schema shop;

create table shop.orders (
  title varchar(200) not null,
  note varchar,
  currency char(3) not null
);
