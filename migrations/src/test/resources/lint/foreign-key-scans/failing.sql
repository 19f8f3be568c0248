--liquibase formatted sql

--changeset ada:orders_have_customers
alter table shop.orders
  add constraint orders_customer_fk
    foreign key (customer_id) references shop.customers (id) on delete cascade;

--rollback alter table shop.orders drop constraint orders_customer_fk;
