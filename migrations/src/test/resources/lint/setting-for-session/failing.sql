--liquibase formatted sql

--changeset ada:create_view_of_orders
set search_path = shop;
create view open_orders as select * from orders where state = 'open';

--rollback drop view shop.open_orders;

--changeset ada:require_notes
set session lock_timeout = '2s';
alter table shop.orders add constraint orders_note_check check (note is not null) not valid;

--rollback alter table shop.orders drop constraint orders_note_check;
