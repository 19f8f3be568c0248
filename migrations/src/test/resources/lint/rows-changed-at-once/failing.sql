--liquibase formatted sql

--changeset ada:open_all_orders
update shop.orders set state = 'open';

--rollback not required

--changeset ada:forget_orders
delete from shop.orders;

--rollback not required
