--liquibase formatted sql

--changeset ada:totals_are_positive
alter table shop.orders add constraint orders_total_check check (total >= 0) not valid;

--rollback alter table shop.orders drop constraint orders_total_check;

--changeset ada:validate_orders_total_check
alter table shop.orders validate constraint orders_total_check;

--rollback not required

--changeset ada:orders_are_open
alter table shop.orders validate constraint orders_note_check;
alter table shop.orders alter column state set default 'open';

--rollback alter table shop.orders alter column state drop default;
