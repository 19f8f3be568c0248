--liquibase formatted sql

--changeset ada:add_currencies
alter table shop.orders add column currency text;

--rollback alter table shop.orders drop column currency;
