--liquibase formatted sql

--changeset croft:create_user_birth_dates splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: it is a fact of the person.
-- No tenant sees it: what a tenant may know of a birthday, its service asks and keeps itself.
create table public.user_birth_dates (
  user_id uuid not null,
  birth_date date not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_birth_dates_pk primary key (user_id),
  constraint user_birth_dates_user_fk
    foreign key (user_id) references public.users (id) on delete cascade,
  constraint user_birth_dates_birth_date_check check (birth_date >= date '1900-01-01')
);

comment on table public.user_birth_dates is 'The day on which a person was born.';
comment on column public.user_birth_dates.user_id is 'The person who was born.';
comment on column public.user_birth_dates.birth_date is
  E'The day of birth.\n@pii identity';
comment on column public.user_birth_dates.created_at is 'When the row was written.';
comment on column public.user_birth_dates.updated_at is 'When the row last changed.';

select croft.system_table('public.user_birth_dates');

--rollback drop table public.user_birth_dates;
