--liquibase formatted sql

--changeset croft:create_identity_scopes splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: a scope is of its identity.
create table auth.identity_scopes (
  user_identity_id uuid not null,
  name text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint identity_scopes_pk primary key (user_identity_id, name),
  constraint identity_scopes_identity_fk
    foreign key (user_identity_id) references auth.user_identities (id) on delete cascade,
  constraint identity_scopes_name_check
    check (name ~ '^[^[:space:]]+$' and char_length(name) <= 500)
);

comment on table auth.identity_scopes is 'What a person allowed the service to do at a provider.';
comment on column auth.identity_scopes.user_identity_id is 'The identity that allowed it.';
comment on column auth.identity_scopes.name is 'The name of the scope, as the provider writes it.';
comment on column auth.identity_scopes.created_at is 'When the row was written.';
comment on column auth.identity_scopes.updated_at is 'When the row last changed.';

select croft.system_table('auth.identity_scopes');

--rollback drop table auth.identity_scopes;
