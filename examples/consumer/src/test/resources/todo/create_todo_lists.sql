--liquibase formatted sql

--changeset ann:create_todo_lists splitStatements:false
create table content.todo_lists (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  archived boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint todo_lists_pk primary key (tenant_id, id),
  constraint todo_lists_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade
);

create index todo_lists_created_idx on content.todo_lists (created_at);

comment on column content.todo_lists.tenant_id is 'The tenant that the row belongs to.';
comment on column content.todo_lists.id is 'Identifies the row within its tenant.';
comment on column content.todo_lists.archived is 'Whether it is out of sight.';
comment on column content.todo_lists.created_at is 'When the row was written.';
comment on column content.todo_lists.updated_at is 'When the row last changed.';

select croft.tenant_table('content.todo_lists');

--rollback drop table content.todo_lists;
