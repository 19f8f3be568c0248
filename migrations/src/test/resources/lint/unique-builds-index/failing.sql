--liquibase formatted sql

--changeset ada:number_orders
alter table shop.orders add constraint orders_note_unique unique (note);

--rollback alter table shop.orders drop constraint orders_note_unique;

--changeset ada:key_by_customer
alter table shop.orders
  drop constraint orders_pk,
  add constraint orders_pk primary key (id);

--rollback alter table shop.orders drop constraint orders_pk;
--rollback alter table shop.orders add constraint orders_pk primary key (id);
