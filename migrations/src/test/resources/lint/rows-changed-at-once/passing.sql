--liquibase formatted sql

--changeset ada:open_orders_of_may
update shop.orders set state = 'open' where state is null and id < '10000000-0000-7000-8000-000000000000';

--rollback not required

--changeset ada:create_states
create table shop.states (name text not null, is_open boolean not null default false);
update shop.states set is_open = true;

--rollback drop table shop.states;

--changeset ada:close_all_orders
--croft:allow rows-changed-at-once there are some hundred orders, and nobody writes them at night
update shop.orders set state = 'closed';

--rollback not required
