--liquibase formatted sql

--changeset croft:create_user_bans splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: a ban is a fact of the person.
create table auth.user_bans (
  user_id uuid not null,
  reason text not null,
  expires_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_bans_pk primary key (user_id),
  constraint user_bans_user_fk foreign key (user_id) references public.users (id) on delete cascade,
  constraint user_bans_reason_check
    check (reason = btrim(reason) and char_length(reason) between 1 and 1000),
  constraint user_bans_expiry_check check (expires_at > created_at)
);

comment on table auth.user_bans is 'That a person may not sign in, in any tenant.';
comment on column auth.user_bans.user_id is 'The person who may not sign in.';
comment on column auth.user_bans.reason is
  E'Why, in the words of who banned them.\n@pii conduct';
comment on column auth.user_bans.expires_at is
  'Until when; none means until somebody lifts the ban.';
comment on column auth.user_bans.created_at is 'When the row was written.';
comment on column auth.user_bans.updated_at is 'When the row last changed.';

select croft.system_table('auth.user_bans');

--rollback drop table auth.user_bans;
