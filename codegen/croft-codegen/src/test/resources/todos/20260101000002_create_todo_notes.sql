--liquibase formatted sql

--changeset test:create_todo_notes splitStatements:false
CREATE TABLE content.todo_notes (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  note text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT todo_notes_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT tenant_id_fkey FOREIGN KEY (tenant_id)
    REFERENCES public.tenants (id) ON DELETE CASCADE,
  CONSTRAINT todo_notes_id_fkey FOREIGN KEY (tenant_id, id)
    REFERENCES content.todos (tenant_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE content.todo_notes IS 'The note of a todo that has one.
@scope tenant';
SELECT croft.tenant_table('content.todo_notes');
--rollback DROP TABLE content.todo_notes;
