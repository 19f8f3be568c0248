--liquibase formatted sql

--changeset croft:create_tenant_logos splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: the logo is part of the tenant.
create table public.tenant_logos (
  tenant_id uuid not null,
  url text not null,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint tenant_logos_pk primary key (tenant_id),
  constraint tenant_logos_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint tenant_logos_url_check
    check (url ~ '^https://[^[:space:]]+$' and char_length(url) <= 2000)
);

comment on table public.tenant_logos is 'The picture that a tenant shows as its own.';
comment on column public.tenant_logos.tenant_id is 'The tenant that shows the picture.';
comment on column public.tenant_logos.url is 'Where the picture is, as an https address.';
comment on column public.tenant_logos.version is 'Counts the changes of the row, from 1.';
comment on column public.tenant_logos.created_at is 'When the row was written.';
comment on column public.tenant_logos.updated_at is 'When the row last changed.';

select croft.tenant_table('public.tenant_logos');

--rollback drop table public.tenant_logos;
