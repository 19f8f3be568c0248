--liquibase formatted sql

--changeset ada:drop_notes
-- croft:allow drop-in-use No release since 2.4 reads it; searched in all services.
alter table shop.orders drop column note;

--rollback alter table shop.orders add column note varchar(20);

--changeset ada:count_totals
drop view shop.order_totals;
create view shop.order_totals with (security_invoker) as select count(*) from shop.orders;

--rollback not required
