--liquibase formatted sql

--changeset ada:drop_notes
-- croft:allow drop-in-use No release since 2.4 reads it; searched in all services.
alter table shop.orders drop column note;

--rollback alter table shop.orders add column note varchar(20);
