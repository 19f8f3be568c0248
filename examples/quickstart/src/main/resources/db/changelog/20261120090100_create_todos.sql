--liquibase formatted sql

--changeset example:create_todos splitStatements:false
-- On delete: a todo goes with its tenant and its creator, and stays without its assignee.
create table content.todos (
  tenant_id uuid not null,
  id uuid not null default croft.uuid_v7(),
  title text not null,
  description text not null default '',
  priority integer not null default 3,
  is_completed boolean not null default false,
  due_date date,
  creator_id uuid not null,
  assignee_id uuid,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint todos_title_check check (title <> '' and char_length(title) <= 200),
  constraint todos_priority_check check (priority between 1 and 5),
  -- region: keys
  constraint todos_pk primary key (tenant_id, id),
  constraint todos_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint todos_creator_fk
    foreign key (tenant_id, creator_id)
    references public.tenant_users (tenant_id, user_id) on delete cascade,
  constraint todos_assignee_fk
    foreign key (tenant_id, assignee_id)
    references public.tenant_users (tenant_id, user_id) on delete set null (assignee_id)
  -- endregion
);

create index todos_creator_idx on content.todos (tenant_id, creator_id);
create index todos_assignee_idx on content.todos (tenant_id, assignee_id);

comment on table content.todos is 'Something that a member of a tenant wants done.';
comment on column content.todos.tenant_id is 'The tenant that the todo belongs to.';
comment on column content.todos.id is 'Identifies the todo within the tenant.';
comment on column content.todos.title is 'What is to be done, in a few words.';
comment on column content.todos.description is 'What is to be done, in full; may be empty.';
comment on column content.todos.priority is 'How much it matters, from 1, most, to 5, least.';
comment on column content.todos.is_completed is 'Whether it is done.';
comment on column content.todos.due_date is 'The day by which it should be done, if there is one.';
comment on column content.todos.creator_id is 'The member who wants it done.';
comment on column content.todos.assignee_id is 'The member who is to do it, if anyone is.';
comment on column content.todos.version is 'Counts the changes of the row, from 1.';
comment on column content.todos.created_at is 'When the row was written.';
comment on column content.todos.updated_at is 'When the row last changed.';

-- region: fence
select croft.tenant_table('content.todos');
-- endregion

--rollback drop table content.todos;
