--liquibase formatted sql

--changeset ada:drop_totals
-- croft:allow drop-in-use Release 2.4 asks for the amount, and nobody runs 2.3.
alter table shop.orders drop column total;

--rollback alter table shop.orders add column total numeric(10, 2);
