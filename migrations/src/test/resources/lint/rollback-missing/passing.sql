--liquibase formatted sql

--changeset ada:create_parcels
create table shop.parcels (
  id uuid not null,
  constraint parcels_pk primary key (id)
);

--rollback drop table shop.parcels;

--changeset ada:fill_notes
update shop.orders set note = '' where note is null;

--rollback not required
