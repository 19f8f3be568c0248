--liquibase formatted sql

--changeset ada:add_amounts
alter table shop.orders add column amount numeric(10, 2);
update shop.orders set amount = total;

--rollback alter table shop.orders drop column amount;
