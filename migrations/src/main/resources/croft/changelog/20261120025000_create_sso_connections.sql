--liquibase formatted sql

--changeset croft:create_sso_connections splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: a connection is part of the tenant.
create table auth.sso_connections (
  tenant_id uuid not null,
  id uuid not null default croft.uuid_v7(),
  name text not null,
  protocol text not null,
  issuer text not null,
  audience text not null,
  is_active boolean not null default true,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint sso_connections_pk primary key (tenant_id, id),
  constraint sso_connections_name_unique unique (tenant_id, name),
  constraint sso_connections_issuer_unique unique (tenant_id, issuer, audience),
  constraint sso_connections_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint sso_connections_name_check
    check (name = btrim(name) and char_length(name) between 1 and 100),
  constraint sso_connections_protocol_check check (protocol in ('oidc', 'saml')),
  constraint sso_connections_issuer_check check (char_length(issuer) between 1 and 500),
  constraint sso_connections_audience_check check (char_length(audience) between 1 and 500)
);

comment on table auth.sso_connections is
  'How the people of a tenant sign in at the provider that their organization runs.';
comment on column auth.sso_connections.tenant_id is 'The tenant whose people sign in there.';
comment on column auth.sso_connections.id is 'Identifies the connection within the tenant.';
comment on column auth.sso_connections.name is
  'What people call the connection; unique within the tenant.';
comment on column auth.sso_connections.protocol is
  'The protocol that the provider speaks: oidc or saml.';
comment on column auth.sso_connections.issuer is
  'The issuer (OpenID Connect) or the entity id (SAML) of the provider.';
comment on column auth.sso_connections.audience is
  'What the provider calls the service: the client id, or the entity id of the service.';
comment on column auth.sso_connections.is_active is 'Whether people may sign in there.';
comment on column auth.sso_connections.version is 'Counts the changes of the row, from 1.';
comment on column auth.sso_connections.created_at is 'When the row was written.';
comment on column auth.sso_connections.updated_at is 'When the row last changed.';

select croft.tenant_table('auth.sso_connections');

--rollback drop table auth.sso_connections;
