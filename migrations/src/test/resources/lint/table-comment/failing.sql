create schema shop;

create table shop.orders (
  id uuid not null,
  constraint orders_pk primary key (id)
);

comment on table shop.orders is '@scope system';

create table shop.parcels (
  id uuid not null,
  constraint parcels_pk primary key (id)
);
