--liquibase formatted sql

--changeset test:create_table
CREATE SCHEMA content;
CREATE TABLE content.todos (id uid);
--rollback DROP SCHEMA content CASCADE;
