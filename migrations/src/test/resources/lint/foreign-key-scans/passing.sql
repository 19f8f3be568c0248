--liquibase formatted sql

--changeset ada:orders_have_customers
alter table shop.orders
  add constraint orders_customer_fk
    foreign key (customer_id) references shop.customers (id) on delete cascade not valid;

--rollback alter table shop.orders drop constraint orders_customer_fk;

--changeset ada:validate_orders_customer_fk
alter table shop.orders validate constraint orders_customer_fk;

--rollback not required

--changeset ada:orders_may_have_a_payer
alter table shop.orders
  add column payer_id uuid
    constraint orders_payer_fk references shop.customers (id) on delete restrict;

--rollback alter table shop.orders drop column payer_id;
