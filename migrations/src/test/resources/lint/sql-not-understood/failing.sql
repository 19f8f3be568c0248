--liquibase formatted sql

--changeset ada:add_amounts
alter table shop.orders add colum amount numeric(10, 2);

--rollback not required
