create schema shop;

create table shop.addresses (
  id uuid not null,
  constraint addresses_pk primary key (id)
);

comment on table shop.addresses is '@scope shared via public.tenant_users';
