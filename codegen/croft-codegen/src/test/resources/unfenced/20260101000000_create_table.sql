--liquibase formatted sql

--changeset test:create_table
CREATE SCHEMA content;
CREATE TABLE content.todos (
  tenant_id uuid NOT NULL CONSTRAINT todos_tenant_id_fkey REFERENCES public.tenants (id),
  id uuid NOT NULL,
  CONSTRAINT todos_pkey PRIMARY KEY (tenant_id, id)
);
COMMENT ON TABLE content.todos IS 'Tagged by hand.
@scope tenant';
--rollback DROP SCHEMA content CASCADE;
