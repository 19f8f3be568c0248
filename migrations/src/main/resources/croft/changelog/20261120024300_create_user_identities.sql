--liquibase formatted sql

--changeset croft:create_user_identities splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: an identity is of its person.
create table auth.user_identities (
  id uuid not null default croft.uuid_v7(),
  user_id uuid not null,
  provider text not null,
  subject text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_identities_pk primary key (id),
  constraint user_identities_subject_unique unique (provider, subject),
  constraint user_identities_user_fk
    foreign key (user_id) references public.users (id) on delete cascade,
  constraint user_identities_provider_check
    check (provider ~ '^[a-z][a-z0-9_:-]*$' and char_length(provider) <= 100),
  constraint user_identities_subject_check check (char_length(subject) between 1 and 500)
);

create index user_identities_user_idx on auth.user_identities (user_id);

comment on table auth.user_identities is 'A person as a provider of sign-in knows them.';
comment on column auth.user_identities.id is 'Identifies the identity.';
comment on column auth.user_identities.user_id is 'The person who is known so.';
comment on column auth.user_identities.provider is
  'Who knows them so: cognito, google, or sso: and the id of a connection.';
comment on column auth.user_identities.subject is
  E'What the provider calls them; never given to another person.\n@pii identity';
comment on column auth.user_identities.created_at is 'When the row was written.';
comment on column auth.user_identities.updated_at is 'When the row last changed.';

select croft.system_table('auth.user_identities');

--rollback drop table auth.user_identities;
