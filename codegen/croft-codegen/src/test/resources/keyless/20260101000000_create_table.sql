--liquibase formatted sql

--changeset test:create_table
CREATE SCHEMA content;
CREATE TABLE content.todos (tenant_id uuid NOT NULL, id uuid CONSTRAINT todos_pkey PRIMARY KEY);
COMMENT ON TABLE content.todos IS 'By its name alone.
@scope tenant';
--rollback DROP SCHEMA content CASCADE;
