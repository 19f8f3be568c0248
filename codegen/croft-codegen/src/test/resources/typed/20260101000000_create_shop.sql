--liquibase formatted sql

--changeset test:create_shop
create schema shop;
--rollback drop schema shop;
