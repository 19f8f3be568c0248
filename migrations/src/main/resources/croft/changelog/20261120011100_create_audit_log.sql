--liquibase formatted sql

--changeset croft:create_audit_log splitStatements:false stripComments:false rollbackSplitStatements:false
create table admin.audit_log (
  id uuid not null default croft.uuid_v7(),
  created_at timestamptz not null default now(),
  actor text not null,
  action text not null,
  reason text not null,
  constraint audit_log_pk primary key (id),
  constraint audit_log_reason_check check (btrim(reason) <> '')
);

comment on table admin.audit_log is 'Work that reached across tenants, and why it was done.';
comment on column admin.audit_log.id is 'Identifies the entry.';
comment on column admin.audit_log.created_at is 'When the entry was written.';
comment on column admin.audit_log.actor is E'Who did it, a person or a service.\n@pii identity';
comment on column admin.audit_log.action is 'What was done.';
comment on column admin.audit_log.reason is 'Why it was done, in the words of who did it.';

select croft.append_only('admin.audit_log');
select croft.system_table('admin.audit_log');

--rollback drop table admin.audit_log;
