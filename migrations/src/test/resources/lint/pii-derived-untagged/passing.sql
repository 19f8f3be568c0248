create schema shop;

create table shop.deliveries (
  contact text not null,
  search_key text not null generated always as (lower(contact)) stored
);

comment on column shop.deliveries.contact is E'Who is told.\n@pii contact';
comment on column shop.deliveries.search_key is E'The same in lower case.\n@pii contact';
