--liquibase formatted sql

--changeset ada:widen_notes
alter table shop.orders alter column note type text;

--rollback alter table shop.orders alter column note type varchar(20);
