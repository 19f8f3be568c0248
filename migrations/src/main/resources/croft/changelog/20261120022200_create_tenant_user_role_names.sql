--liquibase formatted sql

--changeset croft:create_tenant_user_role_names splitStatements:false stripComments:false rollbackSplitStatements:false
-- The rows are those of auth.user_roles: for readers that expect the roles in one column.
create view public.tenant_user_role_names with (security_invoker = true) as
  select
    m.tenant_id,
    m.user_id,
    coalesce(array_agg(r.name order by r.name) filter (where r.name is not null), '{}') as roles
  from public.tenant_users m
  left join auth.user_roles a on a.tenant_id = m.tenant_id and a.user_id = m.user_id
  left join auth.roles r on r.tenant_id = a.tenant_id and r.id = a.role_id
  group by m.tenant_id, m.user_id;

comment on view public.tenant_user_role_names is
  E'The names of the roles of each member, as an array.\n@scope tenant';
comment on column public.tenant_user_role_names.tenant_id is 'The tenant of the member.';
comment on column public.tenant_user_role_names.user_id is 'The member who holds the roles.';
comment on column public.tenant_user_role_names.roles is
  'The names of the roles in the order of the alphabet; none is an empty array.';

grant select on public.tenant_user_role_names to croft_app, croft_admin;

--rollback drop view public.tenant_user_role_names;
