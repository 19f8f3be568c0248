--liquibase formatted sql

--changeset ada:require_notes
set local lock_timeout = '2s';
alter table shop.orders add constraint orders_note_check check (note is not null) not valid;

--rollback alter table shop.orders drop constraint orders_note_check;

--changeset ada:index_notes runInTransaction:false
set lock_timeout = '2s';
create index concurrently orders_note_idx on shop.orders (note);

--rollback drop index concurrently shop.orders_note_idx;
