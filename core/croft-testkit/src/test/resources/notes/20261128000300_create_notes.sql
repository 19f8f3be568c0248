--liquibase formatted sql

--changeset notes:create_notes splitStatements:false stripComments:false
create table notes.notes (
  tenant_id uuid not null,
  notebook_id uuid not null,
  place integer not null,
  author_id uuid not null,
  color notes.color not null,
  weight numeric(4, 2) not null,
  label text not null,
  payload jsonb not null,
  address text,
  link text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint notes_pk primary key (tenant_id, notebook_id, place),
  constraint notes_label_check check (label ~ '^L[a-z]$'),
  constraint notes_weight_check check (weight > 50),
  constraint notes_one_check check (num_nonnulls(address, link) = 1),
  constraint notes_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint notes_notebook_fk
    foreign key (tenant_id, notebook_id) references notes.notebooks (tenant_id, id)
    on delete cascade,
  constraint notes_author_fk
    foreign key (tenant_id, author_id) references public.tenant_users (tenant_id, user_id)
    on delete cascade
);
create index notes_author_idx on notes.notes (tenant_id, author_id);
comment on table notes.notes is 'Rows for the tests of the contract.';
comment on column notes.notes.tenant_id is 'A column of it.';
comment on column notes.notes.notebook_id is 'A column of it.';
comment on column notes.notes.place is 'A column of it.';
comment on column notes.notes.author_id is 'A column of it.';
comment on column notes.notes.color is 'A column of it.';
comment on column notes.notes.weight is 'A column of it.';
comment on column notes.notes.label is 'A column of it.';
comment on column notes.notes.payload is 'A column of it.';
comment on column notes.notes.address is 'A column of it.';
comment on column notes.notes.link is 'A column of it.';
comment on column notes.notes.created_at is 'A column of it.';
comment on column notes.notes.updated_at is 'A column of it.';
select croft.tenant_table('notes.notes');

--rollback drop table notes.notes;
