create schema shop;

create table shop.towns (
  postal_code text not null,
  name text not null,
  constraint towns_pk primary key (postal_code)
);

comment on column shop.towns.name is E'What it is called.\n@depends postal_code';
