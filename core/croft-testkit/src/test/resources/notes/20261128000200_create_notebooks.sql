--liquibase formatted sql

--changeset notes:create_notebooks splitStatements:false stripComments:false
create table notes.notebooks (
  tenant_id uuid not null,
  id uuid not null default croft.uuid_v7(),
  parent_id uuid,
  code text not null,
  status text not null,
  percent notes.percent not null,
  starts_on date not null,
  ends_on date not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint notebooks_pk primary key (tenant_id, id),
  constraint notebooks_code_unique unique (tenant_id, code),
  constraint notebooks_code_check check (code ~ '^[A-Z]{2,3}$'),
  constraint notebooks_status_check check (status in ('open', 'shut')),
  constraint notebooks_days_check check (starts_on < ends_on),
  constraint notebooks_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint notebooks_parent_fk
    foreign key (tenant_id, parent_id) references notes.notebooks (tenant_id, id) on delete cascade
);
create index notebooks_parent_idx on notes.notebooks (tenant_id, parent_id);
comment on table notes.notebooks is 'Rows for the tests of the contract.';
comment on column notes.notebooks.tenant_id is 'A column of it.';
comment on column notes.notebooks.id is 'A column of it.';
comment on column notes.notebooks.parent_id is 'A column of it.';
comment on column notes.notebooks.code is 'A column of it.';
comment on column notes.notebooks.status is 'A column of it.';
comment on column notes.notebooks.percent is 'A column of it.';
comment on column notes.notebooks.starts_on is 'A column of it.';
comment on column notes.notebooks.ends_on is 'A column of it.';
comment on column notes.notebooks.created_at is 'A column of it.';
comment on column notes.notebooks.updated_at is 'A column of it.';
select croft.tenant_table('notes.notebooks');

--rollback drop table notes.notebooks;
