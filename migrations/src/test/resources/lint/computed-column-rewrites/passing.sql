--liquibase formatted sql

--changeset ada:orders_have_a_date
alter table shop.orders add column placed_at timestamptz not null default now();

--rollback alter table shop.orders drop column placed_at;
