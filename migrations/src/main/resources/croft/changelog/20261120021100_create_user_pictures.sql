--liquibase formatted sql

--changeset croft:create_user_pictures splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: a picture shows its person.
create table public.user_pictures (
  user_id uuid not null,
  url text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_pictures_pk primary key (user_id),
  constraint user_pictures_user_fk
    foreign key (user_id) references public.users (id) on delete cascade,
  constraint user_pictures_url_check
    check (url ~ '^https://[^[:space:]]+$' and char_length(url) <= 2000)
);

comment on table public.user_pictures is 'The picture that a person shows.';
comment on column public.user_pictures.user_id is 'The person who shows the picture.';
comment on column public.user_pictures.url is
  E'Where the picture is, as an https address.\n@pii identity';
comment on column public.user_pictures.created_at is 'When the row was written.';
comment on column public.user_pictures.updated_at is 'When the row last changed.';

select croft.shared_table('public.user_pictures', via => 'public.tenant_users');

--rollback drop table public.user_pictures;
