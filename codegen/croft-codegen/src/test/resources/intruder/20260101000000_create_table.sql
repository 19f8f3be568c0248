--liquibase formatted sql

--changeset test:create_table
CREATE TABLE public.todos (id uuid CONSTRAINT todos_pkey PRIMARY KEY);
COMMENT ON TABLE public.todos IS 'Next to the tables of Croft.
@scope system';
--rollback DROP TABLE public.todos;
