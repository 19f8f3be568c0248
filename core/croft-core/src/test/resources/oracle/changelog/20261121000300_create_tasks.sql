--liquibase formatted sql

--changeset oracle:create_tasks splitStatements:false
create table work.tasks (
  tenant_id uuid not null,
  id uuid not null default croft.uuid_v7(),
  project_id uuid not null,
  priority_id uuid not null,
  assignee_id uuid,
  title text not null,
  remark text not null default '',
  position integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint tasks_pk primary key (tenant_id, id),
  constraint tasks_position_check check (position >= 0),
  constraint tasks_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint tasks_project_fk
    foreign key (tenant_id, project_id) references work.projects (tenant_id, id)
    on delete cascade,
  constraint tasks_priority_fk
    foreign key (priority_id) references work.priorities (id) on delete restrict,
  constraint tasks_assignee_fk
    foreign key (tenant_id, assignee_id) references public.tenant_users (tenant_id, user_id)
    on delete set null (assignee_id)
);

create index tasks_project_idx on work.tasks (tenant_id, project_id);
create index tasks_priority_idx on work.tasks (priority_id);
create index tasks_assignee_idx on work.tasks (tenant_id, assignee_id);

comment on table work.tasks is 'What is to be done in a project; softly deleted.';

select croft.tenant_table('work.tasks');

--rollback drop table work.tasks;
