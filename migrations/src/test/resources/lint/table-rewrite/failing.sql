--liquibase formatted sql

--changeset ada:log_orders
alter table shop.orders set unlogged;

--rollback alter table shop.orders set logged;

--changeset ada:shrink_orders runInTransaction:false
vacuum full shop.orders;

--rollback not required

--changeset ada:move_orders
alter table shop.orders set tablespace pg_default;

--rollback not required
