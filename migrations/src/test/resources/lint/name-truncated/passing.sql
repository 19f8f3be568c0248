create schema shop;

create table shop.parcels (
  delivered_at timestamptz
);
