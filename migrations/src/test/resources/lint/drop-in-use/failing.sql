--liquibase formatted sql

--changeset ada:drop_notes
alter table shop.orders drop column note;

--rollback alter table shop.orders add column note varchar(20);

--changeset ada:empty_orders
truncate shop.orders;

--rollback not required

--changeset ada:drop_shop
drop schema shop cascade;

--rollback not required

--changeset ada:drop_totals
drop view shop.order_totals;

--rollback not required
