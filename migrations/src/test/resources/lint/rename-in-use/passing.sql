--liquibase formatted sql

--changeset ada:add_amounts
alter table shop.orders add column amount numeric(10, 2);

--rollback alter table shop.orders drop column amount;

--changeset ada:split_orders
alter table shop.orders rename to orders_kept;
create view shop.orders with (security_invoker) as select * from shop.orders_kept;

--rollback drop view shop.orders;
--rollback alter table shop.orders_kept rename to orders;
