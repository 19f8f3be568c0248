create schema shop;

create table shop.orders (
  number bigint not null
);

comment on table shop.orders is '@scope tenant';

create table shop.imports (
  number bigint not null generated always as identity
);

comment on table shop.imports is '@scope system';
