--liquibase formatted sql

--changeset ada:index_orders runInTransaction:false
create index concurrently orders_customer_idx on shop.orders (customer_id);
create index concurrently orders_note_idx on shop.orders (note);

--rollback drop index shop.orders_customer_idx, shop.orders_note_idx;

--changeset ada:add_amounts runInTransaction:false
alter table shop.orders add column amount numeric(10, 2);

--rollback alter table shop.orders drop column amount;
