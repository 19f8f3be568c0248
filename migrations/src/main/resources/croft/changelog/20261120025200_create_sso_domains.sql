--liquibase formatted sql

--changeset croft:create_sso_domains splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: a domain leads to its connection.
-- The key is the domain alone: two tenants that claim one domain could sign in each other's people.
create table auth.sso_domains (
  domain text not null,
  tenant_id uuid not null,
  sso_connection_id uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint sso_domains_pk primary key (domain),
  constraint sso_domains_connection_fk
    foreign key (tenant_id, sso_connection_id)
    references auth.sso_connections (tenant_id, id) on delete cascade,
  constraint sso_domains_domain_check
    check (domain ~ '^[a-z0-9-]+([.][a-z0-9-]+)+$' and char_length(domain) <= 253)
);

create index sso_domains_connection_idx on auth.sso_domains (tenant_id, sso_connection_id);

comment on table auth.sso_domains is
  'That people with addresses of a domain sign in through a connection.';
comment on column auth.sso_domains.domain is
  'The domain in lower case; it was shown to be the tenant''s.';
comment on column auth.sso_domains.tenant_id is 'The tenant of the connection.';
comment on column auth.sso_domains.sso_connection_id is 'The connection that the domain leads to.';
comment on column auth.sso_domains.created_at is 'When the row was written.';
comment on column auth.sso_domains.updated_at is 'When the row last changed.';

select croft.system_table('auth.sso_domains');

--rollback drop table auth.sso_domains;
