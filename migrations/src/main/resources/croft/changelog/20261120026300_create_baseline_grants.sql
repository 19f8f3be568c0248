--liquibase formatted sql

--changeset croft:create_baseline_grants splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: it falls with the tenant and with the grant of the template.
create table auth.baseline_grants (
  tenant_id uuid not null,
  role_template_id uuid not null,
  permission_id uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint baseline_grants_pk primary key (tenant_id, role_template_id, permission_id),
  constraint baseline_grants_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint baseline_grants_grant_fk
    foreign key (role_template_id, permission_id)
    references auth.role_template_permissions (role_template_id, permission_id) on delete cascade
);

create index baseline_grants_grant_idx
  on auth.baseline_grants (role_template_id, permission_id, tenant_id);

comment on table auth.baseline_grants is
  'That a grant of a template was made once in a tenant; whether it still stands, its roles say.';
comment on column auth.baseline_grants.tenant_id is 'The tenant in which the grant was made.';
comment on column auth.baseline_grants.role_template_id is 'The template of the role.';
comment on column auth.baseline_grants.permission_id is 'The permission that the role was given.';
comment on column auth.baseline_grants.created_at is 'When the row was written.';
comment on column auth.baseline_grants.updated_at is 'When the row last changed.';

select croft.system_writes('auth.baseline_grants');
select croft.tenant_table('auth.baseline_grants');

--rollback drop table auth.baseline_grants;
