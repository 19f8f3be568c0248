--liquibase formatted sql

--changeset ada:index_orders_by_customer runInTransaction:false
create index concurrently orders_customer_idx on shop.orders (customer_id);

--rollback drop index concurrently shop.orders_customer_idx;
