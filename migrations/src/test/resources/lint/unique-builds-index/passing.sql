--liquibase formatted sql

--changeset ada:index_notes runInTransaction:false
create unique index concurrently orders_note_unique on shop.orders (note);

--rollback drop index concurrently if exists shop.orders_note_unique;

--changeset ada:number_orders
alter table shop.orders add constraint orders_note_unique unique using index orders_note_unique;

--rollback alter table shop.orders drop constraint orders_note_unique;
