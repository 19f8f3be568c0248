--liquibase formatted sql

--changeset ada:check_states
alter table shop.orders add constraint orders_state_not_null check (state is not null) not valid;

--rollback alter table shop.orders drop constraint orders_state_not_null;

--changeset ada:validate_states
alter table shop.orders validate constraint orders_state_not_null;

--rollback not required

--changeset ada:every_order_has_a_state
alter table shop.orders alter column state set not null;

--rollback alter table shop.orders alter column state drop not null;

--changeset ada:uncheck_states
alter table shop.orders drop constraint orders_state_not_null;

--rollback alter table shop.orders add constraint orders_state_not_null check (state is not null) not valid;
