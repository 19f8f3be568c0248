--liquibase formatted sql

--changeset test:create_table
CREATE SCHEMA content;
--rollback DROP SCHEMA content;
