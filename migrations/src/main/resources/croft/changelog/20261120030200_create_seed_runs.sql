--liquibase formatted sql

--changeset croft:create_seed_runs splitStatements:false stripComments:false rollbackSplitStatements:false
create table croft.seed_runs (
  id uuid not null default croft.uuid_v7(),
  created_at timestamptz not null default now(),
  login_role text not null default session_user,
  seeder text not null,
  rows_written bigint not null,
  constraint seed_runs_pk primary key (id),
  constraint seed_runs_seeder_check check (seeder ~ '^[a-z][a-z0-9-]*$'),
  constraint seed_runs_rows_written_check check (rows_written >= 0)
);

create index seed_runs_seeder_idx on croft.seed_runs (seeder, id);

comment on table croft.seed_runs is 'That a seeder ran to its end.';
comment on column croft.seed_runs.id is 'Identifies the run.';
comment on column croft.seed_runs.created_at is 'When the transaction of the run began.';
comment on column croft.seed_runs.login_role is 'The login of the database that ran it.';
comment on column croft.seed_runs.seeder is 'The name of the seeder.';
comment on column croft.seed_runs.rows_written is
  'How many rows it wrote; none when all were there.';

select croft.append_only('croft.seed_runs');
select croft.system_table('croft.seed_runs');

comment on schema croft is
  'Functions that fence tables and make ids. Of rows it holds only the keys of sealed mode, the '
  'mark of production and the runs of seeders.';

--rollback comment on schema croft is
--rollback   'Functions that fence tables and make ids. Of rows it holds only the keys of sealed mode.';
--rollback drop table croft.seed_runs;
