--liquibase formatted sql

--changeset croft:create_user_profiles splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: a profile describes its person.
create table public.user_profiles (
  user_id uuid not null,
  full_name text not null,
  given_name text,
  family_name text,
  locale text,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_profiles_pk primary key (user_id),
  constraint user_profiles_user_fk
    foreign key (user_id) references public.users (id) on delete cascade,
  constraint user_profiles_full_name_check
    check (full_name = btrim(full_name) and char_length(full_name) between 1 and 200),
  constraint user_profiles_given_name_check
    check (given_name = btrim(given_name) and char_length(given_name) between 1 and 100),
  constraint user_profiles_family_name_check
    check (family_name = btrim(family_name) and char_length(family_name) between 1 and 100),
  constraint user_profiles_locale_check
    check (locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$' and char_length(locale) <= 35)
);

comment on table public.user_profiles is 'How a person is called and in which language they read.';
comment on column public.user_profiles.user_id is 'The person who is called so.';
comment on column public.user_profiles.full_name is
  E'The whole name, as the person writes it.\n@pii identity';
comment on column public.user_profiles.given_name is
  E'The given name, if the person has one and tells it.\n@pii identity';
comment on column public.user_profiles.family_name is
  E'The family name, if the person has one and tells it.\n@pii identity';
comment on column public.user_profiles.locale is
  E'The language tag (BCP 47) that the person reads in, if they chose one.\n@pii preference';
comment on column public.user_profiles.version is 'Counts the changes of the row, from 1.';
comment on column public.user_profiles.created_at is 'When the row was written.';
comment on column public.user_profiles.updated_at is 'When the row last changed.';

select croft.shared_table('public.user_profiles', via => 'public.tenant_users');

--rollback drop table public.user_profiles;
