--liquibase formatted sql

--changeset ada:every_order_has_a_state
alter table shop.orders alter column state set not null;

--rollback alter table shop.orders alter column state drop not null;

--changeset ada:check_notes
alter table shop.orders add constraint orders_note_check check (note is not null) not valid;

--rollback alter table shop.orders drop constraint orders_note_check;

--changeset ada:validate_notes
alter table shop.orders validate constraint orders_note_check;

--rollback not required

--changeset ada:every_order_has_a_note
alter table shop.orders alter column note set not null, drop constraint if exists orders_note_check;

--rollback alter table shop.orders alter column note drop not null;

--changeset ada:check_totals
alter table shop.orders add constraint orders_total_check check (total is not null) not valid;

--rollback alter table shop.orders drop constraint orders_total_check;

--changeset ada:every_order_has_a_total
alter table shop.orders alter column total set not null;

--rollback alter table shop.orders alter column total drop not null;
