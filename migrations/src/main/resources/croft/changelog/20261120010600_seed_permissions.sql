--liquibase formatted sql

--changeset croft:seed_permissions splitStatements:false stripComments:false rollbackSplitStatements:false
insert into auth.permissions (name, description)
values
  ('user:read', 'See people of the tenant.'),
  ('user:create', 'Add people of the tenant.'),
  ('user:update', 'Change people of the tenant.'),
  ('user:delete', 'Remove people of the tenant.'),
  ('role:read', 'See roles of the tenant.'),
  ('role:create', 'Add roles of the tenant.'),
  ('role:update', 'Change roles of the tenant.'),
  ('role:delete', 'Remove roles of the tenant.'),
  ('membership:read', 'See memberships of the tenant.'),
  ('membership:create', 'Add memberships of the tenant.'),
  ('membership:update', 'Change memberships of the tenant.'),
  ('membership:delete', 'Remove memberships of the tenant.');

--rollback delete from auth.permissions
--rollback where name in (
--rollback   'user:read', 'user:create', 'user:update', 'user:delete',
--rollback   'role:read', 'role:create', 'role:update', 'role:delete',
--rollback   'membership:read', 'membership:create', 'membership:update', 'membership:delete');
