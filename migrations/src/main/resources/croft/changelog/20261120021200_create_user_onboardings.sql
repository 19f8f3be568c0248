--liquibase formatted sql

--changeset croft:create_user_onboardings splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: it is a fact of the person.
create table public.user_onboardings (
  user_id uuid not null,
  completed_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_onboardings_pk primary key (user_id),
  constraint user_onboardings_user_fk
    foreign key (user_id) references public.users (id) on delete cascade
);

comment on table public.user_onboardings is
  'That a person has been through the introduction to the service.';
comment on column public.user_onboardings.user_id is 'The person who has been through it.';
comment on column public.user_onboardings.completed_at is 'When the person came to its end.';
comment on column public.user_onboardings.created_at is 'When the row was written.';
comment on column public.user_onboardings.updated_at is 'When the row last changed.';

select croft.shared_table('public.user_onboardings', via => 'public.tenant_users');

--rollback drop table public.user_onboardings;
