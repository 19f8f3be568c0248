--liquibase formatted sql

--changeset croft:create_tenant_users splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: a membership means nothing without its tenant or without its person.
create table public.tenant_users (
  tenant_id uuid not null,
  user_id uuid not null,
  is_active boolean not null default true,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint tenant_users_pk primary key (tenant_id, user_id),
  constraint tenant_users_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint tenant_users_user_fk
    foreign key (user_id) references public.users (id) on delete cascade
);

create index tenant_users_user_idx on public.tenant_users (user_id);

comment on table public.tenant_users is 'The membership of a person in a tenant.';
comment on column public.tenant_users.tenant_id is 'The tenant that the person is a member of.';
comment on column public.tenant_users.user_id is 'The person who is a member.';
comment on column public.tenant_users.is_active is 'Whether the person may work in the tenant.';
comment on column public.tenant_users.version is 'Counts the changes of the row, from 1.';
comment on column public.tenant_users.created_at is 'When the row was written.';
comment on column public.tenant_users.updated_at is 'When the row last changed.';

select croft.tenant_table('public.tenant_users');

--rollback drop table public.tenant_users;
