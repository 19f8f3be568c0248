--liquibase formatted sql

--changeset croft:create_invitations splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: an invitation is part of the tenant, and falls with the role that it offers and with
-- the membership of who made it: nobody joins on the word of a person who left.
create table public.invitations (
  tenant_id uuid not null,
  id uuid not null default croft.uuid_v7(),
  email_address text not null,
  role_id uuid not null,
  inviter_id uuid not null,
  token_hash bytea not null,
  status text not null default 'pending',
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint invitations_pk primary key (tenant_id, id),
  constraint invitations_token_unique unique (tenant_id, token_hash),
  constraint invitations_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint invitations_role_fk
    foreign key (tenant_id, role_id) references auth.roles (tenant_id, id) on delete cascade,
  constraint invitations_inviter_fk
    foreign key (tenant_id, inviter_id)
    references public.tenant_users (tenant_id, user_id) on delete cascade,
  constraint invitations_email_address_check
    check (email_address ~ '^[^@[:space:]]+@[^@[:space:]]+$' and char_length(email_address) <= 254),
  constraint invitations_token_check check (octet_length(token_hash) = 32),
  constraint invitations_status_check check (status in ('pending', 'accepted', 'revoked')),
  constraint invitations_expiry_check check (expires_at > created_at)
);

create unique index invitations_pending_unique
  on public.invitations (tenant_id, lower(email_address)) where status = 'pending';
create index invitations_role_idx on public.invitations (tenant_id, role_id);
create index invitations_inviter_idx on public.invitations (tenant_id, inviter_id);

comment on table public.invitations is
  'An offer to a person, known by an address, to become a member of a tenant.';
comment on column public.invitations.tenant_id is 'The tenant that the person may join.';
comment on column public.invitations.id is 'Identifies the invitation within the tenant.';
comment on column public.invitations.email_address is
  E'Where the offer was sent; one offer at a time is open to an address.\n@pii contact';
comment on column public.invitations.role_id is 'The role that the person gets on joining.';
comment on column public.invitations.inviter_id is 'The member who made the offer.';
comment on column public.invitations.token_hash is
  'The SHA-256 of the secret in the letter; the secret itself is nowhere.';
comment on column public.invitations.status is
  'Whether the offer is open, was accepted or was taken back; an open one can be past its time.';
comment on column public.invitations.expires_at is 'Until when the offer can be accepted.';
comment on column public.invitations.created_at is 'When the row was written.';
comment on column public.invitations.updated_at is 'When the row last changed.';

select croft.tenant_table('public.invitations');

--rollback drop table public.invitations;
