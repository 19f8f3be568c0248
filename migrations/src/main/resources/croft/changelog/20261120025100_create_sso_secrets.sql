--liquibase formatted sql

--changeset croft:create_sso_secrets splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: a secret is of its connection.
create table auth.sso_secrets (
  tenant_id uuid not null,
  sso_connection_id uuid not null,
  encrypted_secret bytea not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint sso_secrets_pk primary key (tenant_id, sso_connection_id),
  constraint sso_secrets_connection_fk
    foreign key (tenant_id, sso_connection_id)
    references auth.sso_connections (tenant_id, id) on delete cascade
);

comment on table auth.sso_secrets is 'What the service shows to the provider of a connection.';
comment on column auth.sso_secrets.tenant_id is 'The tenant of the connection.';
comment on column auth.sso_secrets.sso_connection_id is 'The connection that the secret is for.';
comment on column auth.sso_secrets.encrypted_secret is
  E'The secret, encrypted by the application; the database has no key.\n@pii credential';
comment on column auth.sso_secrets.created_at is 'When the row was written.';
comment on column auth.sso_secrets.updated_at is 'When the row last changed.';

select croft.system_table('auth.sso_secrets');

--rollback drop table auth.sso_secrets;
