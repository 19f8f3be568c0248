--liquibase formatted sql

--changeset croft:create_tenant_audit_log splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: entries outlive what they are about, and go with the tenant alone, when it is purged.
create table public.tenant_audit_log (
  tenant_id uuid not null,
  id uuid not null default croft.uuid_v7(),
  created_at timestamptz not null default now(),
  login_role text not null default session_user,
  actor_kind text not null,
  actor text not null,
  action text not null,
  object_kind text not null,
  object_id uuid not null,
  reason text not null default '',
  before jsonb not null default '{}',
  after jsonb not null default '{}',
  constraint tenant_audit_log_pk primary key (tenant_id, id, created_at),
  constraint tenant_audit_log_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint tenant_audit_log_actor_kind_check
    check (actor_kind in ('user', 'service', 'login')),
  constraint tenant_audit_log_actor_check check (actor = btrim(actor) and actor <> ''),
  constraint tenant_audit_log_user_check
    check (actor_kind <> 'user' or actor ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'),
  constraint tenant_audit_log_action_check check (action ~ '^[a-z][a-z0-9_]*:[a-z][a-z0-9_]*$'),
  constraint tenant_audit_log_object_kind_check check (object_kind ~ '^[a-z][a-z0-9_]*$'),
  constraint tenant_audit_log_before_check check (jsonb_typeof(before) = 'object'),
  constraint tenant_audit_log_after_check check (jsonb_typeof(after) = 'object')
) partition by range (created_at);

create index tenant_audit_log_object_idx on public.tenant_audit_log (tenant_id, object_id, id);

comment on table public.tenant_audit_log is
  'An entry on what was done in a tenant: who did what to which object.';
comment on column public.tenant_audit_log.tenant_id is 'The tenant in which it was done.';
comment on column public.tenant_audit_log.id is 'Identifies the entry within the tenant.';
comment on column public.tenant_audit_log.created_at is
  'When the transaction that wrote the entry began; the server says so.';
comment on column public.tenant_audit_log.login_role is
  'The login of the database that wrote the entry; the server says so.';
comment on column public.tenant_audit_log.actor_kind is
  'Whether a user, a service, or only a login of the database is named as the actor.';
comment on column public.tenant_audit_log.actor is
  E'Who did it, as the application says: the id of a user, or the name of a service or login.\n'
  '@pii identity';
comment on column public.tenant_audit_log.action is 'What was done, as resource and action.';
comment on column public.tenant_audit_log.object_kind is 'What kind of thing it was done to.';
comment on column public.tenant_audit_log.object_id is 'The id of the thing it was done to.';
comment on column public.tenant_audit_log.reason is
  'Why it was done, in the words of who did it; may be empty.';
comment on column public.tenant_audit_log.before is
  E'What changed, as it was before: column names and values, neither secret nor personal.\n'
  'croft:allow json-column the columns differ from table to table, and no query asks for them';
comment on column public.tenant_audit_log.after is
  E'What changed, as it is since: column names and values, neither secret nor personal.\n'
  'croft:allow json-column the columns differ from table to table, and no query asks for them';

select croft.append_only('public.tenant_audit_log');
select croft.tenant_table('public.tenant_audit_log');
select croft.ensure_partitions('public.tenant_audit_log', 12);

--rollback drop table public.tenant_audit_log;
