--liquibase formatted sql

--changeset croft:create_session_tenants splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: it means nothing without its session or its tenant.
create table auth.session_tenants (
  session_id uuid not null,
  tenant_id uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint session_tenants_pk primary key (session_id),
  constraint session_tenants_session_fk
    foreign key (session_id) references auth.sessions (id) on delete cascade,
  constraint session_tenants_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade
);

create index session_tenants_tenant_idx on auth.session_tenants (tenant_id);

comment on table auth.session_tenants is 'The tenant that a session works in.';
comment on column auth.session_tenants.session_id is 'The session that works in the tenant.';
comment on column auth.session_tenants.tenant_id is
  'The tenant; whether the person is still a member is asked each time.';
comment on column auth.session_tenants.created_at is 'When the row was written.';
comment on column auth.session_tenants.updated_at is 'When the row last changed.';

select croft.system_table('auth.session_tenants');

--rollback drop table auth.session_tenants;
