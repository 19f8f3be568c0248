--liquibase formatted sql

--changeset test:create_open_todos
CREATE VIEW content.open_todos WITH (security_invoker) AS
  SELECT tenant_id, id, title FROM content.todos;
COMMENT ON VIEW content.open_todos IS 'The todos that are open.
@scope tenant';
--rollback DROP VIEW content.open_todos;
