--liquibase formatted sql

--changeset croft:create_tenants splitStatements:false stripComments:false rollbackSplitStatements:false
create table public.tenants (
  id uuid not null default croft.uuid_v7(),
  name text not null,
  slug text not null,
  is_active boolean not null default true,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint tenants_pk primary key (id),
  constraint tenants_slug_unique unique (slug),
  constraint tenants_name_check check (name = btrim(name) and char_length(name) between 1 and 200),
  constraint tenants_slug_check
    check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 63)
);

comment on table public.tenants is
  'An organization whose rows are kept apart from those of every other one.';
comment on column public.tenants.id is 'Identifies the tenant.';
comment on column public.tenants.name is 'What people call the tenant.';
comment on column public.tenants.slug is
  'Names the tenant in addresses: lower case letters, digits and single hyphens between them.';
comment on column public.tenants.is_active is 'Whether the members of the tenant may work in it.';
comment on column public.tenants.version is 'Counts the changes of the row, from 1.';
comment on column public.tenants.created_at is 'When the row was written.';
comment on column public.tenants.updated_at is 'When the row last changed.';
comment on column public.tenants.deleted_at is 'When the tenant was deleted, if it was.';

select croft.tenant_table('public.tenants', tenant_column => 'id');

--rollback drop table public.tenants;
