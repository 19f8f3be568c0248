--liquibase formatted sql

--changeset ada:totals_are_positive
alter table shop.orders add constraint orders_total_check check (total >= 0) not valid;
alter table shop.orders validate constraint orders_total_check;

--rollback alter table shop.orders drop constraint orders_total_check;
