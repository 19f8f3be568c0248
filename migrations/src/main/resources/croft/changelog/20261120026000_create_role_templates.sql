--liquibase formatted sql

--changeset croft:create_role_templates splitStatements:false stripComments:false rollbackSplitStatements:false
create table auth.role_templates (
  id uuid not null default croft.uuid_v7(),
  name text not null,
  description text not null,
  is_default boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint role_templates_pk primary key (id),
  constraint role_templates_name_unique unique (name),
  constraint role_templates_name_check
    check (name = btrim(name) and char_length(name) between 1 and 100)
);

create unique index role_templates_default_unique on auth.role_templates (is_default)
  where is_default;

comment on table auth.role_templates is 'A role that every tenant has from its start.';
comment on column auth.role_templates.id is 'Identifies the template.';
comment on column auth.role_templates.name is 'What the role is called when it is made.';
comment on column auth.role_templates.description is 'What the role is for, in words.';
comment on column auth.role_templates.is_default is
  'Whether new members get the role when nobody says otherwise.';
comment on column auth.role_templates.created_at is 'When the row was written.';
comment on column auth.role_templates.updated_at is 'When the row last changed.';

select croft.global_table('auth.role_templates');

--rollback drop table auth.role_templates;
