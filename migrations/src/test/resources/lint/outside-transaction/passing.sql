--liquibase formatted sql

--changeset ada:index_orders runInTransaction:false
create index concurrently orders_customer_idx on shop.orders (customer_id);

--rollback drop index shop.orders_customer_idx;
