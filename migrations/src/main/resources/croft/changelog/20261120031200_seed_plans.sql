--liquibase formatted sql

--changeset croft:seed_plans splitStatements:false stripComments:false rollbackSplitStatements:false
insert into billing.limits (name, unit)
values ('members', 'members'), ('storage', 'bytes'), ('todos', 'todos');

insert into billing.plans (name, description, is_default)
values
  ('free', 'For a few people who try the service.', true),
  ('team', 'For a group that works together.', false),
  ('business', 'For an organization of any size.', false);

insert into billing.plan_prices (plan_id, billing_interval)
select p.id, i.name
from billing.plans p
join (values ('none'), ('month'), ('year')) i (name) on (i.name = 'none') = (p.name = 'free')
where p.name in ('free', 'team', 'business');

insert into billing.plan_limits (plan_id, limit_id, maximum)
select p.id, l.id, given.maximum
from (
  values
    ('free', 'members', 3), ('free', 'storage', 100000000), ('free', 'todos', 100),
    ('team', 'members', 25), ('team', 'storage', 10000000000), ('team', 'todos', 10000),
    ('business', 'members', null), ('business', 'storage', 1000000000000),
    ('business', 'todos', null)
) given (plan, name, maximum)
join billing.plans p on p.name = given.plan
join billing.limits l on l.name = given.name;

--rollback delete from billing.plans where name in ('free', 'team', 'business');
--rollback delete from billing.limits where name in ('members', 'storage', 'todos');
