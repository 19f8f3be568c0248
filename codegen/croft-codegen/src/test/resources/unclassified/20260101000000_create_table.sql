--liquibase formatted sql

--changeset test:create_table
CREATE SCHEMA content;
CREATE TABLE content.todos (id uuid CONSTRAINT todos_pkey PRIMARY KEY);
COMMENT ON TABLE content.todos IS 'Nobody said whose.';
--rollback DROP SCHEMA content CASCADE;
