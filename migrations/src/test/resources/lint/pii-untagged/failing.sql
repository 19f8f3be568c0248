create schema shop;

create table shop.deliveries (
  recipient_last_name text not null,
  contact_email text not null,
  postal_code text not null
);

comment on column shop.deliveries.contact_email is 'Where the parcel is announced.';
