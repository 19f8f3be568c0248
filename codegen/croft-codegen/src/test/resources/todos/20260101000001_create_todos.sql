--liquibase formatted sql

--changeset test:create_todos splitStatements:false
CREATE TABLE content.todos (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT croft.uuid_v7(),
  title text NOT NULL,
  due_on date,
  creator_id uuid NOT NULL,
  assignee_id uuid,
  parent_id uuid,
  scope_id uuid,
  version bigint NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT todos_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT todos_tenant_id_fkey FOREIGN KEY (tenant_id)
    REFERENCES public.tenants (id) ON DELETE CASCADE,
  CONSTRAINT todos_creator_id_fkey FOREIGN KEY (tenant_id, creator_id)
    REFERENCES public.tenant_users (tenant_id, user_id) ON DELETE CASCADE,
  CONSTRAINT todos_assignee_id_fkey FOREIGN KEY (tenant_id, assignee_id)
    REFERENCES public.tenant_users (tenant_id, user_id) ON DELETE SET NULL (assignee_id),
  CONSTRAINT todos_parent_id_fkey FOREIGN KEY (tenant_id, parent_id)
    REFERENCES content.todos (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT todos_scope_id_fkey FOREIGN KEY (tenant_id, scope_id)
    REFERENCES content.todos (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX todos_creator_id_idx ON content.todos (tenant_id, creator_id);
CREATE INDEX todos_assignee_id_idx ON content.todos (tenant_id, assignee_id);
CREATE INDEX todos_parent_id_idx ON content.todos (tenant_id, parent_id);
CREATE INDEX todos_scope_id_idx ON content.todos (tenant_id, scope_id);
COMMENT ON TABLE content.todos IS 'What is left to do: 100 % of <it> & "more" */ {@code x} in C:\users.
@scope tenant';
COMMENT ON COLUMN content.todos.title IS '@deprecated in jest, \u000a not in earnest.
@pii contact';
SELECT croft.tenant_table('content.todos');
--rollback DROP TABLE content.todos;
