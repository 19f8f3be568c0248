--liquibase formatted sql

--changeset ada:drop_notes
alter table shop.orders drop column note;

--rollback alter table shop.orders add column note varchar(20);
