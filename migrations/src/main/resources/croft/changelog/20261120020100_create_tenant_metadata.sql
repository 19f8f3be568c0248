--liquibase formatted sql

--changeset croft:create_tenant_metadata splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: the metadata is part of the tenant.
create table public.tenant_metadata (
  tenant_id uuid not null,
  metadata jsonb not null,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint tenant_metadata_pk primary key (tenant_id),
  constraint tenant_metadata_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint tenant_metadata_metadata_check
    check (jsonb_typeof(metadata) = 'object' and octet_length(metadata::text) <= 65536)
);

comment on table public.tenant_metadata is
  'What a tenant notes of itself, for which no column exists; no query looks inside.';
comment on column public.tenant_metadata.tenant_id is 'The tenant that the metadata is of.';
comment on column public.tenant_metadata.metadata is
  E'Names and texts; what the service decides by has a column elsewhere.\n'
  'croft:allow json-column tenants name what is in it, and no query asks for it';
comment on column public.tenant_metadata.version is 'Counts the changes of the row, from 1.';
comment on column public.tenant_metadata.created_at is 'When the row was written.';
comment on column public.tenant_metadata.updated_at is 'When the row last changed.';

select croft.tenant_table('public.tenant_metadata');

--rollback drop table public.tenant_metadata;
