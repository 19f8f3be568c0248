--liquibase formatted sql

--changeset oracle:create_events splitStatements:false
create table work.events (
  tenant_id uuid not null,
  id uuid not null default croft.uuid_v7(),
  task_id uuid,
  kind text not null,
  amount integer not null default 0,
  created_at timestamptz not null default now(),
  constraint events_pk primary key (tenant_id, id),
  constraint events_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint events_task_fk
    foreign key (tenant_id, task_id) references work.tasks (tenant_id, id) on delete restrict
);

create index events_task_idx on work.events (tenant_id, task_id);

comment on table work.events is 'What happened: rows are added, and never changed.';

select croft.append_only('work.events');
select croft.tenant_table('work.events');

--rollback drop table work.events;
