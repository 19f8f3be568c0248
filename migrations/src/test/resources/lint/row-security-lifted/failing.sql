--liquibase formatted sql

--changeset ada:open_orders
alter table shop.orders disable row level security;

--rollback alter table shop.orders enable row level security;

--changeset ada:let_the_owner_past
alter table shop.orders no force row level security;
update shop.orders set state = 'open' where state is null;
alter table shop.orders enable row level security;

--rollback not required
