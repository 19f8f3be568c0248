--liquibase formatted sql

--changeset croft:create_verifications splitStatements:false stripComments:false rollbackSplitStatements:false
create table auth.verifications (
  id uuid not null default croft.uuid_v7(),
  identifier text not null,
  value_hash bytea not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint verifications_pk primary key (id),
  constraint verifications_value_unique unique (identifier, value_hash),
  constraint verifications_identifier_check check (char_length(identifier) between 1 and 500),
  constraint verifications_value_check check (octet_length(value_hash) = 32),
  constraint verifications_expiry_check check (expires_at > created_at)
);

create index verifications_expiry_idx on auth.verifications (expires_at);

comment on table auth.verifications is 'A secret that was sent to somebody, to be shown once.';
comment on column auth.verifications.id is 'Identifies the verification.';
comment on column auth.verifications.identifier is
  E'What the secret shows: a purpose and an address, or the like.\n@pii contact';
comment on column auth.verifications.value_hash is
  E'The SHA-256 of the secret; the secret itself is nowhere.\n@pii credential';
comment on column auth.verifications.expires_at is 'Until when the secret is good.';
comment on column auth.verifications.created_at is 'When the row was written.';
comment on column auth.verifications.updated_at is 'When the row last changed.';

select croft.system_table('auth.verifications');

--rollback drop table auth.verifications;
