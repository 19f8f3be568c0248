--liquibase formatted sql

--changeset oracle:create_task_tags splitStatements:false
create table work.task_tags (
  tenant_id uuid not null,
  task_id uuid not null,
  tag text not null,
  weight integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint task_tags_pk primary key (tenant_id, task_id, tag),
  constraint task_tags_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint task_tags_task_fk
    foreign key (tenant_id, task_id) references work.tasks (tenant_id, id) on delete cascade
);

comment on table work.task_tags is 'A word that a task is found by.';

select croft.tenant_table('work.task_tags');

--rollback drop table work.task_tags;
