--liquibase formatted sql

--changeset ada:index_orders_by_customer
create index orders_customer_idx on shop.orders (customer_id);

--rollback drop index shop.orders_customer_idx;

--changeset ada:drop_index_of_states
drop index shop.orders_state_idx;

--rollback create index orders_state_idx on shop.orders (state);

--changeset ada:create_parcels
create table shop.parcels (order_id uuid not null);
create index orders_customer_idx on shop.orders (customer_id);
comment on table shop.parcels is 'What is sent.';

--rollback drop table shop.parcels;

--changeset ada:rebuild_indexes_of_orders
reindex table shop.orders;

--rollback not required

--changeset ada:rebuild_index_of_states
reindex index shop.orders_state_idx;

--rollback not required
