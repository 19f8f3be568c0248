--liquibase formatted sql

--changeset ada:drop_notes
-- croft:allow drop-in-use
alter table shop.orders drop column note;

--rollback alter table shop.orders add column note varchar(20);

--changeset ada:add_amounts
-- croft:allow drop-in-use It was dropped once.
alter table shop.orders add column amount numeric(10, 2);

--rollback alter table shop.orders drop column amount;

--changeset ada:drop_totals
-- croft:allow drops-in-use Nobody reads them.
alter table shop.orders drop column total;

--rollback alter table shop.orders add column total numeric(10, 2);
