--liquibase formatted sql

--changeset croft:create_tenant_preferences splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: the preferences are part of the tenant.
create table public.tenant_preferences (
  tenant_id uuid not null,
  preferences jsonb not null,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint tenant_preferences_pk primary key (tenant_id),
  constraint tenant_preferences_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint tenant_preferences_preferences_check
    check ((
      preferences - '{theme,notifications,language}'::text[] = '{}'
      and preferences ->> 'theme' in ('light', 'dark', 'system')
      and preferences ->> 'language' ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'
      and jsonb_typeof(preferences -> 'notifications') = 'object'
      and (preferences -> 'notifications') - '{email,push}'::text[] = '{}'
      and jsonb_typeof(preferences #> '{notifications,email}') = 'boolean'
      and jsonb_typeof(preferences #> '{notifications,push}') = 'boolean') is true)
);

comment on table public.tenant_preferences is
  'How a tenant wants the service to look and to notify, unless a member says otherwise.';
comment on column public.tenant_preferences.tenant_id is 'The tenant whose preferences these are.';
comment on column public.tenant_preferences.preferences is
  E'The theme, the notifications and the language, in the shape that the check lays down.\n'
  'croft:allow json-column the check lays its shape down, and it is chosen and read as a whole';
comment on column public.tenant_preferences.version is 'Counts the changes of the row, from 1.';
comment on column public.tenant_preferences.created_at is 'When the row was written.';
comment on column public.tenant_preferences.updated_at is 'When the row last changed.';

select croft.tenant_table('public.tenant_preferences');

--rollback drop table public.tenant_preferences;
