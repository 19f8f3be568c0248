--liquibase formatted sql

--changeset ada:keep_space_in_pages
alter table shop.orders set (fillfactor = 90);

--rollback alter table shop.orders reset (fillfactor);
