--liquibase formatted sql

--changeset ada:add_amounts
set local lock_timeout = '5s';
alter table shop.orders add column amount numeric(10, 2);

--rollback alter table shop.orders drop column amount;
