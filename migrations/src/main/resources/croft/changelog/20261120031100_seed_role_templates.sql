--liquibase formatted sql

--changeset croft:seed_role_templates splitStatements:false stripComments:false rollbackSplitStatements:false
insert into auth.role_templates (name, description, is_default)
values
  ('admin', 'Manages the tenant, its people and what they may do.', false),
  ('manager', 'Looks after the people of the tenant.', false),
  ('user', 'Works in the tenant.', true),
  ('learner', 'Takes part in what the tenant offers.', false);

insert into auth.role_template_permissions (role_template_id, permission_id)
select t.id, p.id
from auth.role_templates t
join auth.permissions p on case t.name
  when 'admin' then true
  when 'manager' then p.name in (
    'tenant:read', 'user:read', 'role:read', 'membership:read', 'membership:update',
    'invitation:read', 'invitation:create', 'invitation:delete')
  when 'user' then p.name in ('tenant:read', 'user:read', 'membership:read')
  when 'learner' then p.name = 'tenant:read'
end;

--rollback delete from auth.role_templates where name in ('admin', 'manager', 'user', 'learner');
