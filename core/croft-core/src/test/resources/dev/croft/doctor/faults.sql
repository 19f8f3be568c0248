-- role-superuser: ${runtime}, repaired by hand
alter role ${runtime} superuser;
-- role-bypasses-row-security: ${runtime}
alter role ${runtime} bypassrls;
-- role-becomes-privileged: ${outsider}
alter role ${outsider} bypassrls;
grant ${outsider} to ${runtime};
-- role-owns-relation: auth.roles, repaired by hand
alter table auth.roles owner to ${runtime};
-- role-owns-schema: auth, repaired by hand
alter schema auth owner to ${runtime};
-- role-owns-function: croft.current_tenant(), repaired by hand
alter function croft.current_tenant() owner to ${runtime};
-- role-owns-database: ${database}, repaired by hand
alter database ${database} owner to ${runtime};
-- role-not-in-group: ${runtime}
revoke croft_app from ${runtime};
-- role-is-admin: ${runtime}
grant croft_admin to ${runtime};
-- role-creates-roles: ${runtime}
alter role ${runtime} createrole;
-- role-replicates: ${runtime}
alter role ${runtime} replication;
-- role-reads-all: pg_read_all_data
grant pg_read_all_data to ${runtime};
-- role-becomes-outsider: ${outsider}
grant ${outsider} to ${runtime};
-- role-creates-databases: ${runtime}
alter role ${runtime} createdb;
-- role-watches-others: pg_monitor
grant pg_monitor to ${runtime};
-- role-administers: croft_app
grant croft_app to ${runtime} with admin option;

-- role-preset: ${runtime}, at connect
alter role ${runtime} set role = croft_app;
-- role-owns-object: type public.mood, repaired by hand
create type public.mood as enum ('calm');
alter type public.mood owner to ${runtime};
-- group-not-plain: croft_app
alter role croft_app login;

-- row-security-not-forced: auth.roles
alter table auth.roles no force row level security;
-- table-unclassified: public.notes, repaired by hand
create table public.notes (id uuid);
grant select on table public.notes to croft_app;
-- scope-contradicts: auth.roles
comment on table auth.roles is '@scope global';
-- tenant-column-missing: public.notes
create table public.notes (tenant_id uuid);
comment on table public.notes is '@scope tenant';
-- table-rewritten: auth.roles
create rule copy as on insert to auth.roles do also delete from auth.roles;
-- system-table-not-forced: admin.audit_log
alter table admin.audit_log disable row level security;
-- append-only-changeable: public.events
create table public.events (tenant_id uuid not null);
comment on table public.events is E'@scope tenant\n@append-only';
grant delete on table public.events to croft_app;
-- table-inherits: auth.more_roles
create table auth.more_roles () inherits (auth.roles);
-- append-only-unguarded: admin.audit_log
drop trigger refuse_change on admin.audit_log;
-- trigger-disabled: set_updated_at on auth.roles
alter table auth.roles disable trigger set_updated_at;
-- tenant-column-default: auth.roles
alter table auth.roles
  alter column tenant_id set default '00000000-0000-0000-0000-000000000001';
-- table-published: outward
create publication outward for table auth.roles;
-- table-subscribed: inward
create subscription inward connection 'host=192.0.2.1' publication outward
  with (connect = false, enabled = false, slot_name = none);

-- policy-guard-missing: auth.roles
drop policy tenant_guard on auth.roles;
-- policy-differs: tenant_rows on auth.roles
alter policy tenant_rows on auth.roles using (true);
-- policy-opens: wide on auth.roles
drop policy tenant_guard on auth.roles;
create policy wide on auth.roles for select to croft_app using (true);
-- policy-bypass-setting: support on auth.roles
create policy support on auth.roles using (current_setting('app.support', true) = 'on');
-- policy-on-closed-table: peek on admin.audit_log
create policy peek on admin.audit_log using (true);
-- policy-extra: wide on auth.roles
create policy wide on auth.roles using (true);
-- policy-rows-missing: auth.roles
drop policy tenant_rows on auth.roles;
-- policy-check-missing: tenant_guard on auth.roles
drop policy tenant_guard on auth.roles;
create policy tenant_guard on auth.roles as restrictive to croft_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
-- policy-slow: narrow on auth.roles, repaired by hand
create policy narrow on auth.roles as restrictive using (name = 'a' or name = 'b');
-- policy-calls-function: peek on auth.roles
create function public.peek(text) returns boolean language sql as 'select true';
create policy peek on auth.roles as restrictive using (public.peek(name));
-- policy-system-missing: auth.roles
drop policy system_rows on auth.roles;

-- foreign-key-without-tenant: notes_role_fk on public.notes
alter table auth.roles add constraint roles_id_unique unique (id);
create table public.notes (
  tenant_id uuid not null,
  role_id uuid constraint notes_role_fk references auth.roles (id)
);
comment on table public.notes is '@scope tenant';
-- foreign-key-leaves-scope: roles_owner_fk on auth.roles
alter table auth.roles
  add column owner_id uuid constraint roles_owner_fk references public.users (id);
-- unique-without-tenant: auth.roles_name_alone on auth.roles
create unique index roles_name_alone on auth.roles (name);
-- foreign-key-unchecked: tenant_placements_compute_fk on admin.tenant_placements
alter table admin.computes disable trigger all;
-- foreign-key-not-valid: roles_again_fk on auth.roles
alter table auth.roles add constraint roles_again_fk
  foreign key (tenant_id) references public.tenants (id) not valid;

-- grant-dangerous: auth.roles
grant truncate on table auth.roles to croft_app;
-- grant-to-public: auth.roles
grant select (name) on table auth.roles to public;
-- grant-with-option: auth.roles
grant select on table auth.roles to croft_app with grant option;
-- tenant-column-updatable: auth.roles
grant update (tenant_id) on table auth.roles to croft_app;
-- tenants-writable: public.tenants
grant update (name) on table public.tenants to croft_app;
-- system-written-table-writable: billing.subscriptions
grant update (seats) on table billing.subscriptions to croft_app;
-- shared-table-writable: public.users
grant insert on table public.users to croft_app;
-- link-writable: public.tenant_users
grant insert on table public.tenant_users to croft_app;
-- global-table-writable: auth.permissions
grant delete on table auth.permissions to croft_app;
-- system-table-reachable: admin.audit_log
grant select on table admin.audit_log to croft_app;
-- partition-reachable: public.events_2026
create table public.events (tenant_id uuid not null, created_at timestamptz not null)
  partition by range (created_at);
create table public.events_2026 partition of public.events
  for values from ('2026-01-01') to ('2027-01-01');
comment on table public.events is '@scope tenant';
grant select on table public.events_2026 to croft_app;
-- catalogue-reachable: pg_statistic
grant select (stavalues1) on table pg_catalog.pg_statistic to croft_app;
-- schema-create: public
grant create on schema public to public;
-- database-create: ${database}
grant create on database ${database} to croft_app;
-- large-object-reachable: 4711
select lo_create(4711);
grant select on large object 4711 to croft_app;
-- parameter-settable: session_replication_role
grant set on parameter session_replication_role to ${runtime};
-- sealing-keys-reachable: croft.sealing_keys
grant select (id) on table croft.sealing_keys to croft_admin;
-- database-temporary: ${database}
grant temporary on database ${database} to public;
-- default-privileges: ${owner}
alter default privileges for role ${owner} grant select on tables to croft_app;
-- sequence-reachable: public.numbers
create sequence public.numbers;
grant usage on sequence public.numbers to croft_app;
-- foreign-server-usable: elsewhere
create foreign data wrapper wires;
create server elsewhere foreign data wrapper wires;
grant usage on foreign server elsewhere to croft_app;

-- view-of-its-owner: auth.role_names
create view auth.all_roles as select * from auth.roles;
create view auth.role_names as select name from auth.all_roles;
grant select on auth.role_names to croft_app;
-- view-stored: auth.role_names
create materialized view auth.role_names as select name from auth.roles;
grant select on auth.role_names to croft_app;

-- function-of-superuser: public.peek()
create function public.peek() returns bigint language sql security definer
  set search_path = '' as 'select count(*) from auth.roles';
-- function-search-path: public.peek()
create function public.peek() returns bigint language sql security definer
  as 'select count(*) from auth.roles';
-- function-keeps-tenant: croft.current_tenant()
alter function croft.current_tenant() immutable;
-- function-leakproof: croft.uuid_v7()
alter function croft.uuid_v7() leakproof;
-- function-of-server: pg_read_file(text)
grant execute on function pg_catalog.pg_read_file(text) to croft_app;
-- function-sets-tenant: public.become(text)
create function public.become(text) returns text language sql
  as 'select set_config(''app.tenant_id'', $1, true)';
-- function-changed: croft.uuid_v7(), repaired by hand
create or replace function croft.uuid_v7() returns uuid language sql volatile
  set search_path = '' as 'select gen_random_uuid()';
-- sealing-function-replaced: croft.sealed_tenant(), repaired by hand
create or replace function croft.sealed_tenant() returns uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$ begin return current_setting('app.tenant_id')::uuid; end $$;
-- function-of-its-owner: public.peek()
create function public.peek() returns bigint language sql security definer
  set search_path = '' as 'select count(*) from auth.roles';
alter function public.peek() owner to ${owner};
-- trigger-of-its-owner: public.peek()
create function public.peek() returns trigger language plpgsql security definer
  set search_path = '' as 'begin return new; end';
create trigger peek before insert on auth.roles for each row execute function public.peek();
-- function-shadows: public.lower(character varying)
create function public.lower(varchar) returns varchar language sql as 'select $1';
-- operator-shadows: public.=(character varying,character varying)
create function public.same(varchar, varchar) returns boolean language sql as 'select true';
create operator public.= (leftarg = varchar, rightarg = varchar, function = public.same);
-- cast-of-built-in-types: uuid as integer
create function public.number(uuid) returns integer language sql as 'select 1';
create cast (uuid as integer) with function public.number(uuid) as implicit;

-- row-security-off: row_security, at connect
alter role ${runtime} set row_security = off;
-- replication-role: session_replication_role, at connect
alter role ${runtime} set session_replication_role = replica;
-- search-path-shadows: search_path, at connect
alter role ${runtime} set search_path = public, pg_catalog;
-- large-objects-open: lo_compat_privileges, at connect
alter database ${database} set lo_compat_privileges = on;
-- tenant-preset: ${runtime}
alter role ${runtime} set app.tenant_id = '00000000-0000-0000-0000-000000000001';
-- search-path-widened: search_path, at connect
alter role ${runtime} set search_path = auth;
-- strings-escaped: standard_conforming_strings, at connect
alter role ${runtime} set standard_conforming_strings = off;
-- library-preloaded: session_preload_libraries
alter role ${runtime} set session_preload_libraries = 'auto_explain';
-- event-trigger: watch
create function public.watch() returns event_trigger language plpgsql as 'begin end';
create event trigger watch on ddl_command_end execute function public.watch();
-- extension-reaches-out: dblink
create extension dblink with schema croft;

-- generated-scope-differs: auth.permissions, repaired by hand
comment on table auth.permissions is '@scope system';
-- generated-table-missing: public.tenant_logos, repaired by hand
drop table public.tenant_logos;
-- generated-columns-differ: auth.roles, repaired by hand
alter table auth.roles drop column description;
-- table-unknown: public.notes, repaired by hand
create table public.notes (id uuid);
comment on table public.notes is '@scope global';
grant select on table public.notes to croft_app;
