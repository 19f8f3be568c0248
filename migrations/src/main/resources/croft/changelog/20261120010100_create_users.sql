--liquibase formatted sql

--changeset croft:create_users splitStatements:false stripComments:false rollbackSplitStatements:false
-- It names the link that comes after it; until then no session may read it.
create table public.users (
  id uuid not null default croft.uuid_v7(),
  email_address text not null,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint users_pk primary key (id),
  constraint users_email_address_check
    check (email_address ~ '^[^@[:space:]]+@[^@[:space:]]+$' and char_length(email_address) <= 254)
);

create unique index users_email_address_unique on public.users (lower(email_address));

comment on table public.users is
  E'A person, known to each tenant that the person is a member of.\n'
  '@scope shared via public.tenant_users';
comment on column public.users.id is 'Identifies the person.';
comment on column public.users.email_address is
  E'Where the person gets mail; no other person has it in any case of its letters.\n@pii contact';
comment on column public.users.version is 'Counts the changes of the row, from 1.';
comment on column public.users.created_at is 'When the row was written.';
comment on column public.users.updated_at is 'When the row last changed.';
comment on column public.users.deleted_at is 'When the person was deleted, if that happened.';

--rollback drop table public.users;
