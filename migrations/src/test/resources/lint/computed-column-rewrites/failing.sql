--liquibase formatted sql

--changeset ada:orders_have_a_token
alter table shop.orders add column token uuid default gen_random_uuid();

--rollback alter table shop.orders drop column token;
