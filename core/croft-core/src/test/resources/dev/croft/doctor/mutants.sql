-- guard dropped: policy-guard-missing on farm.fields
drop policy tenant_guard on farm.fields;
-- guard made permissive: policy-differs on tenant_guard on farm.fields
drop policy tenant_guard on farm.fields;
create policy tenant_guard on farm.fields to croft_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
  with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
-- guard for reading only: policy-guard-missing on farm.fields
drop policy tenant_guard on farm.fields;
create policy tenant_guard on farm.fields as restrictive for select to croft_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
-- guard bound to one login only: policy-guard-missing on farm.fields
alter policy tenant_guard on farm.fields to ${outsider};
-- guard that lets everything through: policy-guard-missing on farm.fields
alter policy tenant_guard on farm.fields using (true) with check (true);
-- guard that checks no new rows: policy-guard-missing on farm.fields
alter policy tenant_guard on farm.fields with check (true);
-- guard with no check of its own: policy-check-missing on tenant_guard on farm.fields
drop policy tenant_guard on farm.fields;
create policy tenant_guard on farm.fields as restrictive to croft_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
-- guard that lets rows without a tenant through: policy-differs on tenant_guard on farm.fields
alter policy tenant_guard on farm.fields
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)
    or tenant_id is null);
-- guard that asks the setting as it comes: policy-guard-missing on farm.fields
alter policy tenant_guard on farm.fields
  using (tenant_id::text = current_setting('app.tenant_id', true));
-- rows let through unconditionally: policy-differs on tenant_rows on farm.fields
alter policy tenant_rows on farm.fields using (true);
-- new rows checked unconditionally: policy-differs on tenant_rows on farm.fields
alter policy tenant_rows on farm.fields with check (true);
-- rows let through by an OR: policy-differs on tenant_rows on farm.fields
alter policy tenant_rows on farm.fields
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)
    or keeper_id is not null);
-- rows let through by another setting: policy-differs on tenant_rows on farm.fields
alter policy tenant_rows on farm.fields
  using (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
-- rows let through by a function: policy-differs on tenant_rows on farm.fields
alter policy tenant_rows on farm.fields using (tenant_id = (select croft.current_tenant()));
-- rows let through for everybody: policy-differs on tenant_rows on farm.fields
alter policy tenant_rows on farm.fields to public;
-- rows for reading only: policy-rows-missing on farm.fields
drop policy tenant_rows on farm.fields;
create policy tenant_rows on farm.fields for select to croft_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
-- no tenant means every tenant: policy-differs on tenant_rows on farm.fields
alter policy tenant_rows on farm.fields
  using (tenant_id = coalesce(
    (select nullif(current_setting('app.tenant_id', true), '')::uuid), tenant_id));
-- a wider policy beside the guard: policy-extra on wide on farm.fields
create policy wide on farm.fields for select to croft_app using (true);
-- a wider policy for writing: policy-extra on wide on farm.fields
create policy wide on farm.fields for insert to croft_app with check (true);
-- a bypass setting: policy-bypass-setting on support on farm.fields
create policy support on farm.fields using (current_setting('app.support', true) = 'on');
-- a policy that a function decides: policy-calls-function on peek on farm.fields
create function farm.peek(text) returns boolean language plpgsql
  as 'begin raise notice ''%'', $1; return true; end';
create policy peek on farm.fields as restrictive using (farm.peek(name));
-- a policy that a made operator decides: policy-calls-function on peek on farm.fields
create function farm.peek(text, text) returns boolean language sql as 'select true';
create operator farm.### (leftarg = text, rightarg = text, function = farm.peek);
create policy peek on farm.fields as restrictive using (name operator(farm.###) 'north');
-- a policy with an OR: policy-slow on narrow on farm.fields
create policy narrow on farm.fields as restrictive using (name = 'north' or name = 'south');
-- system rows shown to everybody: policy-differs on system_rows on farm.fields
alter policy system_rows on farm.fields to public;
-- system rows shown to tenants: policy-differs on system_rows on farm.fields
alter policy system_rows on farm.fields to croft_admin, croft_app;
-- system sessions shut out: policy-system-missing on farm.fields
drop policy system_rows on farm.fields;
-- shared rows shown without a link: policy-differs on tenant_rows on farm.machines
alter policy tenant_rows on farm.machines using (true);
-- shared rows shown by any link: policy-differs on tenant_rows on farm.machines
alter policy tenant_rows on farm.machines
  using (exists (select from farm.tenant_machines link where link.machine_id = machines.id));
-- guard of shared rows dropped: policy-guard-missing on public.users
drop policy tenant_guard on public.users;
-- a tenant sees every tenant: policy-differs on tenant_rows on public.tenants
alter policy tenant_rows on public.tenants using (true);
-- a policy on a system table: policy-on-closed-table on peek on farm.licences
create policy peek on farm.licences to croft_app using (true);
-- a policy on a partition: policy-on-closed-table on peek on farm.harvests_2026
create policy peek on farm.harvests_2026 to croft_app using (true);

-- row-level security not forced: row-security-not-forced on farm.fields
alter table farm.fields no force row level security;
-- row-level security disabled: row-security-not-forced on farm.fields
alter table farm.fields disable row level security;
-- row-level security of shared rows disabled: row-security-not-forced on farm.machines
alter table farm.machines disable row level security;
-- row-level security of a partition disabled: row-security-not-forced on farm.harvests_2026
alter table farm.harvests_2026 disable row level security;
-- row-level security of a system table disabled: system-table-not-forced on farm.licences
alter table farm.licences disable row level security;
-- a partition attached unfenced: row-security-not-forced on farm.harvests_2028
create table farm.harvests_2028 partition of farm.harvests
  for values from ('2028-01-01') to ('2029-01-01');
-- a partition detached, and granted: table-unclassified on farm.harvests_2026
alter table farm.harvests detach partition farm.harvests_2026;
grant select on farm.harvests_2026 to croft_app;
-- a foreign table attached: row-security-not-forced on farm.visits_2026
create table farm.visits (tenant_id uuid not null, created_at timestamptz not null)
  partition by range (created_at);
comment on table farm.visits is '@scope tenant';
create foreign data wrapper wires;
create server elsewhere foreign data wrapper wires;
create foreign table farm.visits_2026 partition of farm.visits
  for values from ('2026-01-01') to ('2027-01-01') server elsewhere;
-- a default partition: lint default-partition on farm.harvests
create table farm.harvests_other partition of farm.harvests default;
alter table farm.harvests_other enable row level security, force row level security;
-- a tenant table attached to a global one: scope-contradicts on farm.everything
create table farm.everything (like farm.fields) partition by list (tenant_id);
comment on table farm.everything is '@scope global';
grant select on farm.everything to croft_app;
alter table farm.everything attach partition farm.fields default;
-- a child that inherits: table-inherits on farm.far_fields
create table farm.far_fields () inherits (farm.fields);
-- a parent without policies: table-inherits on farm.fields
create table farm.names (name text not null);
comment on table farm.names is '@scope global';
grant select on farm.names to croft_app;
alter table farm.fields inherit farm.names;
-- scope removed: table-unclassified on farm.fields
comment on table farm.fields is 'A field.';
-- scope changed to global: scope-contradicts on farm.fields
comment on table farm.fields is '@scope global';
-- scope changed to system: system-table-reachable on farm.fields
comment on table farm.fields is '@scope system';
-- scope of shared rows changed to global: scope-contradicts on farm.machines
comment on table farm.machines is '@scope global';
-- shared via another link: policy-guard-missing on farm.machines
comment on table farm.machines is '@scope shared via public.tenant_users';
-- scope misspelt: table-unclassified on farm.fields
comment on table farm.fields is '@scope tenants';
-- the generated class says otherwise: generated-scope-differs on auth.roles
comment on table auth.roles is '@scope system';
revoke all on auth.roles from croft_app;
-- a table that the code knows is gone: generated-table-missing on public.tenant_logos
drop table public.tenant_logos;
-- a column that the code knows is gone: generated-columns-differ on auth.roles
alter table auth.roles drop column description;
-- a column that the code does not know: generated-columns-differ on auth.roles
alter table auth.roles add column colour text;
-- a table that no code knows: table-unknown on farm.crops, farm.deep_furrows, farm.fields, farm.furrows, farm.harvests, farm.machines, farm.notes, farm.tenant_machines
create table farm.notes (name text);
comment on table farm.notes is '@scope global';
grant select on farm.notes to croft_app;
-- a copy without policies: table-unclassified on farm.copy
create table farm.copy as select * from farm.fields;
grant select on farm.copy to croft_app;
-- a copy said to be global: scope-contradicts on farm.copy
create table farm.copy as select * from farm.fields;
comment on table farm.copy is '@scope global';
grant select on farm.copy to croft_app;
-- a global table that refers to a tenant: foreign-key-leaves-scope on crops_owner_fk on farm.crops
alter table farm.crops
  add column owner_id uuid constraint crops_owner_fk references public.tenants (id);
-- a rule that writes elsewhere: table-rewritten on farm.fields
create table farm.log (name text);
create rule copy as on insert to farm.fields do also insert into farm.log values (new.name);
-- a rule on a global table: table-rewritten on farm.crops
create rule copy as on delete to farm.crops do instead nothing;
-- append-only trigger disabled: trigger-disabled on refuse_change on farm.harvests
alter table farm.harvests disable trigger refuse_change;
-- append-only trigger for replicas only: append-only-unguarded on farm.harvests
alter table farm.harvests enable replica trigger refuse_change;
-- append-only trigger dropped: append-only-unguarded on farm.harvests
drop trigger refuse_truncate on farm.harvests;
-- append-only trigger of a partition disabled: trigger-disabled on refuse_change on farm.harvests_2026
alter table farm.harvests_2026 disable trigger refuse_change;
-- append-only rows deletable: append-only-changeable on farm.harvests
grant delete on farm.harvests to croft_app;
-- foreign keys switched off: foreign-key-unchecked on furrows_field_fk on farm.furrows
alter table farm.furrows disable trigger all;
-- foreign keys switched off on the far side: foreign-key-unchecked on furrows_field_fk on farm.furrows
alter table farm.fields disable trigger all;
-- a foreign key not enforced: foreign-key-unchecked on furrows_field_fk on farm.furrows, since 18
alter table farm.furrows alter constraint furrows_field_fk not enforced;
-- a foreign key never validated: foreign-key-not-valid on furrows_field_fk on farm.furrows
alter table farm.furrows drop constraint furrows_field_fk, add constraint furrows_field_fk
  foreign key (tenant_id, field_id) references farm.fields (tenant_id, id)
  on delete cascade not valid;
-- published: table-published on outward
create publication outward for table farm.fields;
-- published with its schema: table-published on outward
create publication outward for tables in schema farm;
-- published with everything: table-published on outward
create publication outward for all tables;
-- subscribed: table-subscribed on inward
create subscription inward connection 'host=192.0.2.1' publication outward
  with (connect = false, enabled = false, slot_name = none);

-- tenant may be null: tenant-column-missing on farm.furrows
alter table farm.furrows drop constraint furrows_pk;
alter table farm.furrows alter column tenant_id drop not null;
-- tenant has a default: tenant-column-default on farm.fields
alter table farm.fields
  alter column tenant_id set default 'aaaaaaaa-0000-7000-8000-000000000001';
-- tenant column renamed: tenant-column-missing on farm.furrows
alter table farm.furrows rename column tenant_id to owner_id;
-- tenant column of another type: tenant-column-missing on farm.loans
create table farm.loans (tenant_id text not null);
comment on table farm.loans is '@scope tenant';
-- no tenant column: tenant-column-missing on farm.loans
create table farm.loans (id uuid not null);
comment on table farm.loans is '@scope tenant';
-- tenant taken out of the primary key: unique-without-tenant on farm.furrows_pk on farm.furrows
alter table farm.furrows drop constraint furrows_pk, add constraint furrows_pk primary key (id);
-- tenant last in the primary key: unique-without-tenant on farm.furrows_pk on farm.furrows
alter table farm.furrows drop constraint furrows_pk,
  add constraint furrows_pk primary key (id, tenant_id);
-- primary key dropped: lint primary-key-missing on farm.furrows
alter table farm.furrows drop constraint furrows_pk;
-- tenant taken out of a unique constraint: unique-without-tenant on farm.fields_name_alone on farm.fields
delete from farm.fields where name = 'north';
alter table farm.fields add constraint fields_name_alone unique (name);
-- a unique index without the tenant: unique-without-tenant on farm.furrows_id on farm.furrows
create unique index furrows_id on farm.furrows (id);
-- a unique index on an expression: unique-without-tenant on farm.fields_name on farm.fields
delete from farm.fields where name = 'north';
create unique index fields_name on farm.fields (lower(name), tenant_id);
-- a partial unique index: unique-without-tenant on farm.fields_name on farm.fields
create unique index fields_name on farm.fields (name) where name = 'south';
-- an exclusion constraint without the tenant: unique-without-tenant on farm.fields_name on farm.fields
delete from farm.fields where name = 'north';
alter table farm.fields add constraint fields_name exclude using btree (name with =);
-- a foreign key without the tenant: foreign-key-without-tenant on furrows_field_fk on farm.furrows
create unique index fields_id on farm.fields (id);
alter table farm.furrows drop constraint furrows_field_fk,
  add constraint furrows_field_fk foreign key (field_id) references farm.fields (id);
-- a foreign key that pairs the tenant with something else: foreign-key-without-tenant on furrows_again_fk on farm.furrows
create unique index fields_crossed on farm.fields (id, tenant_id);
alter table farm.furrows add constraint furrows_again_fk
  foreign key (tenant_id, field_id) references farm.fields (id, tenant_id) not valid;
-- a foreign key to people: foreign-key-leaves-scope on fields_owner_fk on farm.fields
alter table farm.fields
  add column owner_id uuid constraint fields_owner_fk references public.users (id);
-- a foreign key to a system table: foreign-key-leaves-scope on fields_licence_fk on farm.fields
alter table farm.fields
  add column licence_id uuid constraint fields_licence_fk references farm.licences (id);
-- a foreign key to the tenant dropped: lint tenant-reference-missing on farm.furrows
alter table farm.furrows drop constraint furrows_tenant_fk;
-- a foreign key to the parent dropped: probe refers
alter table farm.furrows drop constraint furrows_field_fk;
-- set null empties the tenant: lint set-null-names-columns on farm.fields
alter table farm.fields drop constraint fields_keeper_fk, add constraint fields_keeper_fk
  foreign key (tenant_id, keeper_id) references public.tenant_users (tenant_id, user_id)
  on delete set null;
-- a key that waits for commit: lint constraint-deferrable on farm.fields
alter table farm.fields alter constraint fields_tenant_fk deferrable;
-- ids from a sequence: lint no-sequence on farm.fields
alter table farm.fields add column number bigint generated always as identity;

-- truncate granted: grant-dangerous on farm.fields
grant truncate on farm.fields to croft_app;
-- references granted: grant-dangerous on farm.fields
grant references on farm.fields to croft_app;
-- references granted on a column: grant-dangerous on farm.fields
grant references (id) on farm.fields to croft_app;
-- trigger granted: grant-dangerous on farm.fields
grant trigger on farm.fields to croft_app;
-- trigger granted to the login: grant-dangerous on farm.fields
grant trigger on farm.fields to ${runtime};
-- maintain granted: grant-dangerous on farm.fields, since 17
grant maintain on farm.fields to croft_app;
-- all granted: grant-dangerous on farm.fields
grant all on farm.fields to croft_app;
-- granted to public: grant-to-public on farm.fields
grant select on farm.fields to public;
-- a column granted to public: grant-to-public on farm.fields
grant select (name) on farm.fields to public;
-- granted to pass on: grant-with-option on farm.fields
grant select on farm.fields to croft_app with grant option;
-- tenant updatable: tenant-column-updatable on farm.fields
grant update (tenant_id) on farm.fields to croft_app;
-- every column updatable: tenant-column-updatable on farm.fields
grant update on farm.fields to croft_app;
-- partition granted: partition-reachable on farm.harvests_2026
grant select on farm.harvests_2026 to croft_app;
-- a column of a partition granted: partition-reachable on farm.harvests_2026
grant select (tons) on farm.harvests_2026 to croft_app;
-- system table granted: system-table-reachable on farm.licences
grant select on farm.licences to croft_app;
-- a column of a system table granted: system-table-reachable on farm.licences
grant select (id) on farm.licences to croft_app;
-- shared rows writable: shared-table-writable on farm.machines
grant update (name) on farm.machines to croft_app;
-- link writable: link-writable on farm.tenant_machines
grant insert on farm.tenant_machines to croft_app;
-- link may point elsewhere: link-writable on farm.tenant_machines
grant update (machine_id) on farm.tenant_machines to croft_app;
-- global table writable: global-table-writable on farm.crops
grant insert on farm.crops to croft_app;
-- tenants writable: tenants-writable on public.tenants
grant update (name) on public.tenants to croft_app;
-- what the system writes changeable: system-written-table-writable on billing.limit_overrides
grant update (maximum) on billing.limit_overrides to croft_app;
-- what the system writes insertable by everybody: system-written-table-writable on billing.subscriptions
grant insert on billing.subscriptions to public;
-- what the system writes deletable: system-written-table-writable on billing.subscription_cancellations
grant delete on billing.subscription_cancellations to croft_app;
-- objects may be made in a schema: schema-create on farm
grant create on schema farm to croft_app;
-- objects may be made in public: schema-create on public
grant create on schema public to public;
-- schemas may be made: database-create on ${database}
grant create on database ${database} to croft_app;
-- temporary tables may be made: database-temporary on ${database}
grant temporary on database ${database} to croft_app;
-- tables granted by default: default-privileges on ${owner}
alter default privileges for role ${owner} in schema farm grant select on tables to croft_app;
-- tables granted to public by default: default-privileges on ${owner}
alter default privileges for role ${owner} grant select on tables to public;
-- sequences granted by default: default-privileges on ${owner}
alter default privileges for role ${owner} grant usage on sequences to croft_app;
-- large objects granted by default: default-privileges on ${owner}, since 18
alter default privileges for role ${owner} grant select on large objects to croft_app;
-- large object granted: large-object-reachable on 4711
select lo_create(4711);
grant select on large object 4711 to public;
-- large object owned: large-object-reachable on 4711
select lo_create(4711);
alter large object 4711 owner to ${runtime};
-- sequence granted: sequence-reachable on farm.numbers
create sequence farm.numbers;
grant select on farm.numbers to croft_app;
-- foreign server granted: foreign-server-usable on elsewhere
create foreign data wrapper wires;
create server elsewhere foreign data wrapper wires;
grant usage on foreign server elsewhere to croft_app;
-- triggers may be switched off: parameter-settable on session_replication_role
grant set on parameter session_replication_role to croft_app;
-- libraries may be loaded: parameter-settable on local_preload_libraries
grant alter system on parameter local_preload_libraries to croft_app;
-- statistics granted: catalogue-reachable on pg_statistic
grant select on pg_catalog.pg_statistic to croft_app;
-- passwords granted: catalogue-reachable on pg_authid
grant select (rolname, rolpassword) on pg_catalog.pg_authid to public;

-- a view of its owner: view-of-its-owner on farm.all_fields
create view farm.all_fields as select * from farm.fields;
grant select on farm.all_fields to croft_app;
-- a view made to ask as its owner: view-of-its-owner on farm.deep_furrows
alter view farm.deep_furrows set (security_invoker = false);
-- a view that forgets how to ask: view-of-its-owner on farm.deep_furrows
alter view farm.deep_furrows reset (security_invoker);
-- a view over a view of its owner: view-of-its-owner on farm.names
create view farm.all_fields as select * from farm.fields;
create view farm.names as select name from farm.all_fields;
grant select (name) on farm.names to croft_app;
-- a view of a partition: view-of-its-owner on farm.late
create view farm.late as select * from farm.harvests_2026;
grant select on farm.late to croft_app;
-- a view of a system table: view-of-its-owner on farm.all_licences
create view farm.all_licences as select id from farm.licences;
grant select on farm.all_licences to public;
-- a materialized view: view-stored on farm.all_fields
create materialized view farm.all_fields as select * from farm.fields;
grant select on farm.all_fields to croft_app;
-- a materialized view of what a function tells: view-stored on farm.all_fields
create function farm.peek() returns setof farm.fields language sql security definer
  set search_path = '' as 'select * from farm.fields';
revoke all on function farm.peek() from public;
create materialized view farm.all_fields as select * from farm.peek();
grant select on farm.all_fields to croft_app;
-- a view that writes by a trigger: trigger-of-its-owner on farm.write()
create function farm.write() returns trigger language plpgsql security definer
  set search_path = '' as 'begin insert into farm.fields values (new.*); return new; end';
alter function farm.write() owner to ${owner};
create view farm.entry with (security_invoker = true) as select * from farm.fields;
create trigger write instead of insert on farm.entry for each row execute function farm.write();
grant insert on farm.entry to croft_app;
-- a foreign table: table-unclassified on farm.abroad
create foreign data wrapper wires;
create server elsewhere foreign data wrapper wires;
create foreign table farm.abroad (name text) server elsewhere;
grant select on farm.abroad to croft_app;

-- the tenant's function cached: function-keeps-tenant on croft.current_tenant()
alter function croft.current_tenant() immutable;
-- the tenant's function replaced: function-changed on croft.current_tenant()
create or replace function croft.current_tenant() returns uuid language sql stable
  set search_path = '' as $$ select 'bbbbbbbb-0000-7000-8000-000000000001'::uuid $$;
-- the ids' function replaced: function-changed on croft.uuid_v7()
create or replace function croft.uuid_v7() returns uuid language sql volatile
  set search_path = '' as $$ select 'bbbbbbbb-0000-7000-8000-000000000001'::uuid $$;
-- the ids' function run as its owner: function-changed on croft.uuid_v7()
alter function croft.uuid_v7() security definer;
-- the append-only function disarmed: function-changed on croft.refuse_change()
create or replace function croft.refuse_change() returns trigger language plpgsql
  set search_path = '' as 'begin return coalesce(new, old); end';
-- the update function writes elsewhere: function-changed on croft.set_updated_at()
create or replace function croft.set_updated_at() returns trigger language plpgsql
  set search_path = '' as 'begin insert into farm.log values (new.*); return new; end';
-- the function that verifies tokens replaced: sealing-function-replaced on croft.sealed_tenant()
create or replace function croft.sealed_tenant() returns uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$ begin return current_setting('app.tenant_id')::uuid; end $$;
-- the keys of tokens readable: sealing-keys-reachable on croft.sealing_keys
grant select (inner_pad) on table croft.sealing_keys to croft_app;
-- the keys of tokens without row-level security: sealing-keys-reachable on croft.sealing_keys
alter table croft.sealing_keys disable row level security;
-- a function of a superuser that reads tenants: function-of-superuser on farm.peek()
create function farm.peek() returns bigint language sql security definer
  set search_path = '' as 'select count(*) from farm.fields';
-- a function of its owner that reads tenants: function-of-its-owner on farm.peek()
create function farm.peek() returns bigint language sql security definer
  set search_path = '' as 'select count(*) from farm.fields';
alter function farm.peek() owner to ${owner};
-- a function of its owner without a search_path: function-search-path on farm.peek()
create function farm.peek() returns bigint language sql security definer
  as 'select count(*) from farm.fields';
-- a function of its owner that looks in temporary tables first: function-search-path on farm.peek()
create function farm.peek() returns bigint language sql security definer
  set search_path = farm as 'select count(*) from fields';
-- a procedure of its owner: function-of-its-owner on farm.sweep()
create procedure farm.sweep() language sql security definer
  set search_path = '' as 'delete from farm.fields';
-- a leakproof function: function-leakproof on farm.shout(text)
create function farm.shout(text) returns text language plpgsql immutable leakproof
  as 'begin raise notice ''%'', $1; return $1; end';
-- a trigger that writes elsewhere: function-of-superuser on farm.copy()
create table farm.log (name text);
create function farm.copy() returns trigger language plpgsql security definer
  set search_path = '' as 'begin insert into farm.log values (new.name); return new; end';
create trigger copy after insert on farm.fields for each row execute function farm.copy();
-- a trigger of the owner that writes elsewhere: trigger-of-its-owner on farm.copy()
create table farm.log (name text);
create function farm.copy() returns trigger language plpgsql security definer
  set search_path = '' as 'begin insert into farm.log values (new.name); return new; end';
alter function farm.copy() owner to ${owner};
create trigger copy after insert on farm.fields for each row execute function farm.copy();
-- a trigger that gives rows away: function-sets-tenant on farm.give()
create function farm.give() returns trigger language plpgsql set search_path = '' as $$
  begin
    perform pg_catalog.set_config('app.tenant_id', new.tenant_id::text, true);
    return new;
  end $$;
create trigger give before update on farm.fields for each row execute function farm.give();
-- a function that enters a tenant: function-sets-tenant on farm.visit()
create function farm.visit() returns bigint language sql
  set app.tenant_id = 'bbbbbbbb-0000-7000-8000-000000000001'
  as 'select count(*) from farm.fields';
-- a function that switches row-level security off: function-sets-tenant on farm.visit()
create function farm.visit() returns bigint language sql set row_security = off
  as 'select count(*) from farm.fields';
-- a function that takes a role: function-sets-tenant on farm.visit()
create function farm.visit() returns bigint language plpgsql
  as 'begin set local role croft_admin; return 1; end';
-- a function of the server granted: function-of-server on pg_read_file(text)
grant execute on function pg_catalog.pg_read_file(text) to croft_app;
-- an import of files granted: function-of-server on lo_import(text)
grant execute on function pg_catalog.lo_import(text) to public;
-- a function that shadows one of PostgreSQL: function-shadows on public.lower(character varying)
create function public.lower(varchar) returns varchar language sql as 'select $1';
-- an operator that shadows equality: operator-shadows on public.=(character varying,character varying)
create function public.same(varchar, varchar) returns boolean language sql as 'select true';
create operator public.= (leftarg = varchar, rightarg = varchar, function = public.same);
-- a cast that makes tenants alike: cast-of-built-in-types on uuid as integer
create function public.number(uuid) returns integer language sql as 'select 1';
create cast (uuid as integer) with function public.number(uuid) as implicit;

-- the runtime role made a superuser: role-superuser on ${runtime}
alter role ${runtime} superuser;
-- the runtime role bypasses: role-bypasses-row-security on ${runtime}
alter role ${runtime} bypassrls;
-- the group bypasses: group-not-plain on croft_app
alter role croft_app bypassrls;
-- the group logs in: group-not-plain on croft_app
alter role croft_app login;
-- the system's group bypasses: group-not-plain on croft_admin
alter role croft_admin bypassrls;
-- the runtime role makes roles: role-creates-roles on ${runtime}
alter role ${runtime} createrole;
-- the group makes roles: role-creates-roles on croft_app
alter role croft_app createrole;
-- the runtime role makes databases: role-creates-databases on ${runtime}
alter role ${runtime} createdb;
-- the runtime role replicates: role-replicates on ${runtime}
alter role ${runtime} replication;
-- the runtime role out of the group: role-not-in-group on ${runtime}
revoke croft_app from ${runtime};
-- the runtime role in the system's group: role-is-admin on ${runtime}
grant croft_admin to ${runtime};
-- the group in the system's group: role-is-admin on ${runtime}
grant croft_admin to croft_app;
-- the runtime role a member of the owner: role-owns-database on ${database}
grant ${owner} to ${runtime};
-- the runtime role a member of a schema's owner: role-owns-schema on farm
alter schema farm owner to ${outsider};
grant ${outsider} to ${runtime};
-- a table owned: role-owns-relation on farm.fields
alter table farm.fields owner to ${runtime};
-- a view owned: role-owns-relation on farm.deep_furrows
alter view farm.deep_furrows owner to ${runtime};
-- a schema owned: role-owns-schema on farm
alter schema farm owner to ${runtime};
-- a function owned: role-owns-function on croft.uuid_v7()
alter function croft.uuid_v7() owner to ${runtime};
-- the database owned: role-owns-database on ${database}
alter database ${database} owner to ${runtime};
-- a type owned: role-owns-object on type farm.mood
create type farm.mood as enum ('calm');
alter type farm.mood owner to ${runtime};
-- reads everything: role-reads-all on pg_read_all_data
grant pg_read_all_data to ${runtime};
-- writes everything: role-reads-all on pg_write_all_data
grant pg_write_all_data to croft_app;
-- runs programs: role-reads-all on pg_execute_server_program
grant pg_execute_server_program to ${runtime};
-- reads files: role-reads-all on pg_read_server_files
grant pg_read_server_files to ${runtime};
-- watches others: role-watches-others on pg_monitor
grant pg_monitor to ${runtime};
-- ends the sessions of others: role-watches-others on pg_signal_backend
grant pg_signal_backend to croft_app;
-- becomes one who bypasses: role-becomes-privileged on ${outsider}
alter role ${outsider} bypassrls;
grant ${outsider} to ${runtime};
-- becomes one beside the group: role-becomes-outsider on ${outsider}
grant ${outsider} to ${runtime};
-- lets others into the group: role-administers on croft_app
grant croft_app to ${runtime} with admin option;
-- a policy for a role beside the group: policy-opens on beside on farm.fields
grant ${outsider} to ${runtime};
create policy beside on farm.fields to ${outsider} using (true);

-- a tenant preset by role: tenant-preset on ${runtime}
alter role ${runtime} set app.tenant_id = 'bbbbbbbb-0000-7000-8000-000000000001';
-- a tenant preset by database: tenant-preset on ${database}
alter database ${database} set app.tenant_id = 'bbbbbbbb-0000-7000-8000-000000000001';
-- a tenant preset for a role in a database: tenant-preset on ${runtime}
alter role ${runtime} in database ${database}
  set app.tenant_id = 'bbbbbbbb-0000-7000-8000-000000000001';
-- a tenant set by a login trigger: event-trigger on enter, since 17
create function public.enter() returns event_trigger language plpgsql
  as 'begin perform set_config(''app.tenant_id'', ''b'', false); end';
create event trigger enter on login execute function public.enter();
-- row_security off: row-security-off on row_security, at connect
alter database ${database} set row_security = off;
-- triggers off: replication-role on session_replication_role, at connect
alter role ${runtime} set session_replication_role = replica;
-- another role from the start: role-preset on ${runtime}, at connect
alter role ${runtime} set role = croft_app;
-- search_path before the catalogue: search-path-shadows on search_path, at connect
alter database ${database} set search_path = public, pg_catalog;
-- search_path of its own: search-path-widened on search_path, at connect
alter role ${runtime} set search_path = farm;
-- backslashes in texts: strings-escaped on standard_conforming_strings, at connect
alter role ${runtime} set standard_conforming_strings = off;
-- large objects without privileges: large-objects-open on lo_compat_privileges, at connect
alter role ${runtime} set lo_compat_privileges = on;
-- libraries loaded: library-preloaded on session_preload_libraries
alter database ${database} set session_preload_libraries = 'auto_explain';
-- a trigger on migrations: event-trigger on watch
create function public.watch() returns event_trigger language plpgsql as 'begin end';
create event trigger watch on ddl_command_end execute function public.watch();
-- connections to elsewhere: extension-reaches-out on dblink
create extension dblink with schema public;
-- statements of others: extension-reaches-out on pg_stat_statements
create extension pg_stat_statements with schema public;
