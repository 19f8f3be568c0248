--liquibase formatted sql

--changeset croft:create_impersonations splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: it means nothing without its session. Whoever impersonates stays as long as it does:
-- a session without this row would be one of the person's own.
create table auth.impersonations (
  session_id uuid not null,
  impersonator_id uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint impersonations_pk primary key (session_id),
  constraint impersonations_session_fk
    foreign key (session_id) references auth.sessions (id) on delete cascade,
  constraint impersonations_impersonator_fk
    foreign key (impersonator_id) references public.users (id) on delete restrict
);

create index impersonations_impersonator_idx on auth.impersonations (impersonator_id);

comment on table auth.impersonations is 'That the person of a session is not the one who uses it.';
comment on column auth.impersonations.session_id is 'The session that is used by somebody else.';
comment on column auth.impersonations.impersonator_id is 'The person who uses it.';
comment on column auth.impersonations.created_at is 'When the row was written.';
comment on column auth.impersonations.updated_at is 'When the row last changed.';

select croft.system_table('auth.impersonations');

--rollback drop table auth.impersonations;
