--liquibase formatted sql

--changeset croft:create_tenant_user_email_addresses splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: it is an address of the membership.
create table public.tenant_user_email_addresses (
  tenant_id uuid not null,
  user_id uuid not null,
  email_address text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint tenant_user_email_addresses_pk primary key (tenant_id, user_id),
  constraint tenant_user_email_addresses_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint tenant_user_email_addresses_user_fk
    foreign key (tenant_id, user_id) references public.tenant_users (tenant_id, user_id)
    on delete cascade,
  constraint tenant_user_email_addresses_email_address_check
    check (email_address ~ '^[^@[:space:]]+@[^@[:space:]]+$' and char_length(email_address) <= 254)
);

create unique index tenant_user_email_addresses_unique
  on public.tenant_user_email_addresses (tenant_id, lower(email_address));

comment on table public.tenant_user_email_addresses is
  'The address that a member uses in one tenant, instead of their own.';
comment on column public.tenant_user_email_addresses.tenant_id is
  'The tenant in which the address is used.';
comment on column public.tenant_user_email_addresses.user_id is 'The member who uses the address.';
comment on column public.tenant_user_email_addresses.email_address is
  E'Where the member gets mail of the tenant; unique in it, whatever the case.\n@pii contact';
comment on column public.tenant_user_email_addresses.created_at is 'When the row was written.';
comment on column public.tenant_user_email_addresses.updated_at is 'When the row last changed.';

select croft.tenant_table('public.tenant_user_email_addresses');

--rollback drop table public.tenant_user_email_addresses;
