--liquibase formatted sql

--changeset ada:rename_totals
alter table shop.orders rename column total to amount;

--rollback alter table shop.orders rename column amount to total;

--changeset ada:rename_orders
alter table shop.orders rename to purchases;

--rollback alter table shop.purchases rename to orders;
