--liquibase formatted sql

--changeset ada:number_orders
alter table shop.orders add constraint orders_note_unique unique (note);

--rollback alter table shop.orders drop constraint orders_note_unique;
