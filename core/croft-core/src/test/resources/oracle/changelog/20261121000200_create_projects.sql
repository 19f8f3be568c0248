--liquibase formatted sql

--changeset oracle:create_projects splitStatements:false
create table work.projects (
  tenant_id uuid not null,
  id uuid not null default croft.uuid_v7(),
  name text not null,
  remark text not null default '',
  budget integer not null default 0,
  parent_id uuid,
  lead_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint projects_pk primary key (tenant_id, id),
  constraint projects_name_unique unique (tenant_id, name),
  constraint projects_budget_check check (budget >= 0),
  constraint projects_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint projects_parent_fk
    foreign key (tenant_id, parent_id) references work.projects (tenant_id, id)
    on delete set null (parent_id),
  constraint projects_lead_fk
    foreign key (tenant_id, lead_id) references public.tenant_users (tenant_id, user_id)
    on delete set null (lead_id)
);

create index projects_parent_idx on work.projects (tenant_id, parent_id);
create index projects_lead_idx on work.projects (tenant_id, lead_id);

comment on table work.projects is 'Work that belongs together; softly deleted, and part of another.';

select croft.tenant_table('work.projects');

--rollback drop table work.projects;
