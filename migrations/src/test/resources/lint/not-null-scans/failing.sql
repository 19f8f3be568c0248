--liquibase formatted sql

--changeset ada:every_order_has_a_state
alter table shop.orders alter column state set not null;

--rollback alter table shop.orders alter column state drop not null;
