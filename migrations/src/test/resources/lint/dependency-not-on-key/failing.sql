create schema shop;

create table shop.deliveries (
  id uuid not null,
  postal_code text not null,
  town text not null,
  country text not null,
  constraint deliveries_pk primary key (id)
);

comment on column shop.deliveries.town is E'Where it goes.\n@depends postal_code';
comment on column shop.deliveries.country is E'Where it goes.\n@depends region';
