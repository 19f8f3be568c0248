--liquibase formatted sql

--changeset croft:create_tenant_user_preferences splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: they are preferences of the membership. The theme is found by a column of its own,
-- because row-level security keeps ->>, which is not leakproof, from being asked of an index.
create table public.tenant_user_preferences (
  tenant_id uuid not null,
  user_id uuid not null,
  preferences jsonb not null,
  theme text not null generated always as (preferences ->> 'theme') stored,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint tenant_user_preferences_pk primary key (tenant_id, user_id),
  constraint tenant_user_preferences_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint tenant_user_preferences_user_fk
    foreign key (tenant_id, user_id) references public.tenant_users (tenant_id, user_id)
    on delete cascade,
  constraint tenant_user_preferences_preferences_check
    check ((
      preferences - '{theme,notifications,language}'::text[] = '{}'
      and preferences ->> 'theme' in ('light', 'dark', 'system')
      and preferences ->> 'language' ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'
      and jsonb_typeof(preferences -> 'notifications') = 'object'
      and (preferences -> 'notifications') - '{email,push}'::text[] = '{}'
      and jsonb_typeof(preferences #> '{notifications,email}') = 'boolean'
      and jsonb_typeof(preferences #> '{notifications,push}') = 'boolean') is true)
);

create index tenant_user_preferences_theme_idx
  on public.tenant_user_preferences (tenant_id, theme, user_id);

comment on table public.tenant_user_preferences is
  'How a member wants the service to look and to notify in one tenant.';
comment on column public.tenant_user_preferences.tenant_id is
  'The tenant in which the preferences hold.';
comment on column public.tenant_user_preferences.user_id is
  'The member whose preferences these are.';
comment on column public.tenant_user_preferences.preferences is
  E'The theme, the notifications and the language, in the shape that the check lays down.\n'
  'croft:allow json-column the check lays its shape down, and it is chosen and read as a whole\n'
  '@pii preference';
comment on column public.tenant_user_preferences.theme is
  E'The theme of the preferences, as the server takes it out of them.\n'
  'croft:allow json-queried the server computes it, so that it tells no other story\n'
  '@pii preference';
comment on column public.tenant_user_preferences.version is
  'Counts the changes of the row, from 1.';
comment on column public.tenant_user_preferences.created_at is 'When the row was written.';
comment on column public.tenant_user_preferences.updated_at is 'When the row last changed.';

select croft.tenant_table('public.tenant_user_preferences');

--rollback drop table public.tenant_user_preferences;
