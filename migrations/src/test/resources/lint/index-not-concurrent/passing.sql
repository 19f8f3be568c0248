--liquibase formatted sql

--changeset ada:index_orders_by_customer runInTransaction:false
create index concurrently orders_customer_idx on shop.orders (customer_id);

--rollback drop index concurrently shop.orders_customer_idx;

--changeset ada:create_parcels
create table shop.parcels (
  id uuid not null,
  order_id uuid not null,
  constraint parcels_pk primary key (id)
);

create index parcels_order_idx on shop.parcels (order_id);

--rollback drop table shop.parcels;
