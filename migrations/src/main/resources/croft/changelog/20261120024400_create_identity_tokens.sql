--liquibase formatted sql

--changeset croft:create_identity_tokens splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: a token is of its identity.
create table auth.identity_tokens (
  user_identity_id uuid not null,
  kind text not null,
  encrypted_token bytea not null,
  expires_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint identity_tokens_pk primary key (user_identity_id, kind),
  constraint identity_tokens_identity_fk
    foreign key (user_identity_id) references auth.user_identities (id) on delete cascade,
  constraint identity_tokens_kind_check check (kind in ('access', 'refresh', 'id'))
);

comment on table auth.identity_tokens is
  'What a provider gave so that the service may act as a person there.';
comment on column auth.identity_tokens.user_identity_id is
  'The identity that the token speaks for.';
comment on column auth.identity_tokens.kind is 'What the token is for: access, refresh or id.';
comment on column auth.identity_tokens.encrypted_token is
  E'The token, encrypted by the application; the database has no key.\n@pii credential';
comment on column auth.identity_tokens.expires_at is
  'When it ends to be valid, if the provider told.';
comment on column auth.identity_tokens.created_at is 'When the row was written.';
comment on column auth.identity_tokens.updated_at is 'When the row last changed.';

select croft.system_table('auth.identity_tokens');

--rollback drop table auth.identity_tokens;
