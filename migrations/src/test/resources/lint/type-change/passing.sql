--liquibase formatted sql

--changeset ada:add_remarks
alter table shop.orders add column remark text;

--rollback alter table shop.orders drop column remark;
