--liquibase formatted sql

--changeset ada:create_parcels
create table shop.parcels (
  id uuid not null,
  order_id uuid not null,
  constraint parcels_pk primary key (id)
);

create index parcels_order_idx on shop.parcels (order_id);

--changeset ada:fill_notes
update shop.orders set note = '' where note is null;
