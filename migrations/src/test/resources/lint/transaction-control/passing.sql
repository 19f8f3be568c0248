--liquibase formatted sql

--changeset ada:fill_notes
update shop.orders set note = '' where note is null;

--rollback not required
