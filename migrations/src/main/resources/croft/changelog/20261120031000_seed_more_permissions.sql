--liquibase formatted sql

--changeset croft:seed_more_permissions splitStatements:false stripComments:false rollbackSplitStatements:false
insert into auth.permissions (name, description)
values
  ('tenant:read', 'See the tenant and its settings.'),
  ('tenant:update', 'Change the tenant and its settings.'),
  ('invitation:read', 'See invitations of the tenant.'),
  ('invitation:create', 'Invite people to the tenant.'),
  ('invitation:delete', 'Take invitations of the tenant back.'),
  ('billing:read', 'See plan, limits and subscription of the tenant.'),
  ('billing:update', 'Change plan and subscription of the tenant.'),
  ('sso:read', 'See how people of the tenant sign in elsewhere.'),
  ('sso:update', 'Change how people of the tenant sign in elsewhere.'),
  ('audit:read', 'See what was done in the tenant.');

--rollback delete from auth.permissions
--rollback where name in (
--rollback   'tenant:read', 'tenant:update', 'invitation:read', 'invitation:create',
--rollback   'invitation:delete', 'billing:read', 'billing:update', 'sso:read',
--rollback   'sso:update', 'audit:read');
