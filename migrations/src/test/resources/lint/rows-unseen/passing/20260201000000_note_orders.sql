--liquibase formatted sql

--changeset ada:note_orders
alter table shop.orders no force row level security;
update shop.orders set note = 'by hand' where note is null;
alter table shop.orders force row level security;

--rollback not required
