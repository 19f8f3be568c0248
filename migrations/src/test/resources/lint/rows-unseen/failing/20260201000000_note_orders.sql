--liquibase formatted sql

--changeset ada:note_orders
update shop.orders set note = 'by hand' where note is null;

--rollback not required
