--liquibase formatted sql

--changeset croft:create_sealing_keys splitStatements:false stripComments:false rollbackSplitStatements:false
-- Not by croft.system_table: not even croft_admin reads it. Row-level security is not forced, for
-- the owner, as whom croft.sealed_tenant runs, has to read it; nobody else has a policy or a grant.
create table croft.sealing_keys (
  id text not null,
  inner_pad bytea not null,
  outer_pad bytea not null,
  valid_from timestamptz not null default now(),
  valid_until timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint sealing_keys_pk primary key (id),
  constraint sealing_keys_id_check check (id ~ '^[0-9a-z-]{1,32}$'),
  constraint sealing_keys_pads_check
    check (octet_length(inner_pad) = 64 and octet_length(outer_pad) = 64),
  constraint sealing_keys_valid_check check (valid_until >= valid_from)
);

comment on table croft.sealing_keys is
  E'A key that the tokens of tenant sessions are signed with. Only the owner reads it.\n'
  'croft:allow row-security-not-forced the function that verifies tokens reads it as the owner\n'
  'croft:allow policy-missing system sessions may not read it either\n'
  '@scope system';
comment on column croft.sealing_keys.id is
  E'Names the key in each token that it signed.\n'
  'croft:allow id-not-uuid it is short, for each statement carries it';
comment on column croft.sealing_keys.inner_pad is
  'The secret as HMAC-SHA-256 (RFC 2104) hashes it before the text.';
comment on column croft.sealing_keys.outer_pad is
  'The secret as HMAC-SHA-256 (RFC 2104) hashes it before the inner hash.';
comment on column croft.sealing_keys.valid_from is 'From when on its tokens are believed.';
comment on column croft.sealing_keys.valid_until is
  'From when on its tokens are believed no more, if that is known.';
comment on column croft.sealing_keys.created_at is 'When the row was written.';
comment on column croft.sealing_keys.updated_at is 'When the row last changed.';

alter table croft.sealing_keys enable row level security;
revoke all on table croft.sealing_keys from public, croft_app, croft_admin;
select croft.keep_updated_at('croft.sealing_keys');

comment on schema croft is
  'Functions that fence tables and make ids. Of rows it holds only the keys of sealed mode.';

--rollback comment on schema croft is 'Functions that fence tables and make ids. It holds no rows.';
--rollback drop table croft.sealing_keys;
