--liquibase formatted sql

--changeset croft:create_sessions splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: a session is of its person.
create table auth.sessions (
  id uuid not null default croft.uuid_v7(),
  user_id uuid not null,
  token_hash bytea not null,
  expires_at timestamptz not null,
  ip_address inet,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint sessions_pk primary key (id),
  constraint sessions_token_unique unique (token_hash),
  constraint sessions_user_fk foreign key (user_id) references public.users (id) on delete cascade,
  constraint sessions_token_check check (octet_length(token_hash) = 32),
  constraint sessions_expiry_check check (expires_at > created_at),
  constraint sessions_user_agent_check check (char_length(user_agent) <= 1000)
);

create index sessions_user_idx on auth.sessions (user_id, id);
create index sessions_expiry_idx on auth.sessions (expires_at);

comment on table auth.sessions is 'That somebody signed in as a person, on one device.';
comment on column auth.sessions.id is 'Identifies the session.';
comment on column auth.sessions.user_id is 'The person who is signed in.';
comment on column auth.sessions.token_hash is
  E'The SHA-256 of the token that the device holds; the token itself is nowhere.\n@pii credential';
comment on column auth.sessions.expires_at is 'Until when the token is good.';
comment on column auth.sessions.ip_address is
  E'The address that the sign-in came from, if it is known.\n@pii technical';
comment on column auth.sessions.user_agent is
  E'What the device said of itself, if it did.\n@pii technical';
comment on column auth.sessions.created_at is 'When the row was written.';
comment on column auth.sessions.updated_at is 'When the row last changed.';

select croft.system_table('auth.sessions');

--rollback drop table auth.sessions;
