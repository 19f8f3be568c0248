--liquibase formatted sql

--changeset ann:create_todos splitStatements:false
create table content.todos (
  tenant_id uuid not null,
  id uuid not null default croft.uuid_v7(),
  list_id uuid not null,
  title text not null,
  assignee_name text,
  assignee_email text,
  estimated_cost double precision,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint todos_pk primary key (tenant_id, id),
  constraint todos_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint todos_list_fk
    foreign key (tenant_id, list_id) references content.todo_lists (tenant_id, id)
    on delete cascade,
  unique (tenant_id, list_id, title)
);

comment on table content.todos is 'One row for each thing to be done.';
comment on column content.todos.tenant_id is 'The tenant that the row belongs to.';
comment on column content.todos.id is 'Identifies the row within its tenant.';
comment on column content.todos.list_id is 'The list that it is on.';
comment on column content.todos.title is 'What is to be done.';
comment on column content.todos.assignee_name is E'Who does it.\n@pii';
comment on column content.todos.assignee_email is E'Who is reminded.\n@pii contact';
comment on column content.todos.estimated_cost is 'What it will cost, in euros.';
comment on column content.todos.created_at is 'When the row was written.';
comment on column content.todos.updated_at is 'When the row last changed.';

select croft.tenant_table('content.todos');

alter table content.todos add column due_on date;
comment on column content.todos.due_on is 'The day by which it should be done.';

--rollback drop table content.todos;
