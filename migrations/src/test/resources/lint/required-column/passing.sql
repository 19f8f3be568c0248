--liquibase formatted sql

--changeset ada:orders_have_a_currency
alter table shop.orders add column currency text not null default 'EUR';

--rollback alter table shop.orders drop column currency;
