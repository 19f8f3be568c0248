--liquibase formatted sql

--changeset ada:fence_orders
select croft.tenant_table('shop.orders');

--rollback not required
