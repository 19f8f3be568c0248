--liquibase formatted sql

--changeset croft:create_verified_email_addresses splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: it is a fact of the person.
-- The address is part of the key: who changes address has not shown that the new one is theirs.
create table auth.verified_email_addresses (
  user_id uuid not null,
  email_address text not null,
  verified_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint verified_email_addresses_pk primary key (user_id, email_address),
  constraint verified_email_addresses_user_fk
    foreign key (user_id) references public.users (id) on delete cascade,
  constraint verified_email_addresses_email_address_check
    check (email_address = lower(email_address) and email_address ~ '^[^@[:space:]]+@[^@[:space:]]+$'
      and char_length(email_address) <= 254)
);

comment on table auth.verified_email_addresses is
  'That a person has shown that an address is theirs.';
comment on column auth.verified_email_addresses.user_id is 'The person whose address it is.';
comment on column auth.verified_email_addresses.email_address is
  E'The address in lower case.\n@pii contact';
comment on column auth.verified_email_addresses.verified_at is 'When they showed it.';
comment on column auth.verified_email_addresses.created_at is 'When the row was written.';
comment on column auth.verified_email_addresses.updated_at is 'When the row last changed.';

select croft.system_table('auth.verified_email_addresses');

--rollback drop table auth.verified_email_addresses;
