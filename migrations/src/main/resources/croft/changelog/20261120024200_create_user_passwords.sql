--liquibase formatted sql

--changeset croft:create_user_passwords splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: a password is of its person.
create table auth.user_passwords (
  user_id uuid not null,
  password_hash text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_passwords_pk primary key (user_id),
  constraint user_passwords_user_fk
    foreign key (user_id) references public.users (id) on delete cascade,
  constraint user_passwords_password_hash_check
    check (
      password_hash
        ~ '^[$][a-z0-9-]{1,32}([$][A-Za-z0-9+/.,=_-]+){1,4}[$][A-Za-z0-9+/.=]{22,}$')
);

comment on table auth.user_passwords is 'The password with which a person signs in, as a hash.';
comment on column auth.user_passwords.user_id is 'The person who signs in with it.';
comment on column auth.user_passwords.password_hash is
  E'The hash with its algorithm, salt and cost, as the PHC string format or crypt writes it.\n'
  '@pii credential';
comment on column auth.user_passwords.created_at is 'When the row was written.';
comment on column auth.user_passwords.updated_at is 'When the row last changed.';

select croft.system_table('auth.user_passwords');

--rollback drop table auth.user_passwords;
