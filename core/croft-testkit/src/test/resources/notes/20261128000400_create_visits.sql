--liquibase formatted sql

--changeset notes:create_visits splitStatements:false stripComments:false
create table notes.visits (
  tenant_id uuid not null,
  id uuid not null default croft.uuid_v7(),
  visited_at timestamptz not null,
  created_at timestamptz not null default now(),
  constraint visits_pk primary key (tenant_id, id, visited_at),
  constraint visits_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade
) partition by range (visited_at);
create table notes.visits_2031 partition of notes.visits
  for values from ('2031-01-01') to ('2032-01-01');
comment on table notes.visits is 'Rows for the tests of the contract.';
comment on column notes.visits.tenant_id is 'A column of it.';
comment on column notes.visits.id is 'A column of it.';
comment on column notes.visits.visited_at is 'A column of it.';
comment on column notes.visits.created_at is 'A column of it.';
select croft.append_only('notes.visits');
select croft.tenant_table('notes.visits');

--rollback drop table notes.visits;
