--liquibase formatted sql

--changeset ada:fill_states
alter table shop.orders no force row level security;
update shop.orders set state = 'open' where state is null;
alter table shop.orders force row level security;

--rollback not required
