create schema shop;

create table shop.deliveries (
  recipient_last_name text not null,
  product_name text not null,
  has_email boolean not null
);

comment on column shop.deliveries.recipient_last_name is
  E'Who is asked for at the door.\n@pii identity';
