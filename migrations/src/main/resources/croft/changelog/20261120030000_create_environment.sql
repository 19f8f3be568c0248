--liquibase formatted sql

--changeset croft:create_environment splitStatements:false stripComments:false rollbackSplitStatements:false
create table croft.environment (
  is_production boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint environment_pk primary key (is_production),
  constraint environment_production_check check (is_production)
);

comment on table croft.environment is
  E'That the database is one of production: a row says so, and development tools then refuse it.\n'
  'croft:allow table-name-plural it has one row at most';
comment on column croft.environment.is_production is 'True, in the one row that there can be.';
comment on column croft.environment.created_at is 'When the row was written.';
comment on column croft.environment.updated_at is 'When the row last changed.';

select croft.system_table('croft.environment');
-- The system marks, and nobody takes the mark away.
revoke update, delete on croft.environment from croft_admin;

--rollback drop table croft.environment;
