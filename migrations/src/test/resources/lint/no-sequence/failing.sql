create schema shop;

create table shop.orders (
  number bigint not null generated always as identity,
  position serial not null
);

comment on table shop.orders is '@scope tenant';
