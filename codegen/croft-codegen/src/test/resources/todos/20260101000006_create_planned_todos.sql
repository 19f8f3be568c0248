--liquibase formatted sql

--changeset test:create_planned_todos splitStatements:false
CREATE TABLE planning.todos (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  todo_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT todos_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT todos_tenant_id_fkey FOREIGN KEY (tenant_id)
    REFERENCES public.tenants (id) ON DELETE CASCADE,
  CONSTRAINT todos_todo_id_fkey FOREIGN KEY (tenant_id, todo_id)
    REFERENCES content.todos (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX todos_todo_id_idx ON planning.todos (tenant_id, todo_id);
COMMENT ON TABLE planning.todos IS 'When a todo is to be done.
@scope tenant';
SELECT croft.tenant_table('planning.todos');
--rollback DROP TABLE planning.todos;
