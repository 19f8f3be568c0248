--liquibase formatted sql

--changeset ada:totals_are_positive
alter table shop.orders add constraint orders_total_check check (total >= 0);

--rollback alter table shop.orders drop constraint orders_total_check;

--changeset ada:add_weights
set local lock_timeout = '3s';
alter table shop.orders
  add column weight numeric not null default 0,
  add constraint orders_weight_check check (weight >= 0),
  add column parcels integer;

--rollback alter table shop.orders drop column weight, drop column parcels;
