-- What an application may add to the base schema: a table of each scope, children, partitions, views.
create schema farm;

create table farm.crops (
  id uuid not null default croft.uuid_v7(),
  name text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint crops_pk primary key (id),
  constraint crops_name_unique unique (name)
);
select croft.global_table('farm.crops');

create table farm.fields (
  tenant_id uuid not null,
  id uuid not null default croft.uuid_v7(),
  name text not null,
  keeper_id uuid,
  crop_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint fields_pk primary key (tenant_id, id),
  constraint fields_name_unique unique (tenant_id, name),
  constraint fields_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint fields_keeper_fk
    foreign key (tenant_id, keeper_id) references public.tenant_users (tenant_id, user_id)
    on delete set null (keeper_id),
  constraint fields_crop_fk foreign key (crop_id) references farm.crops (id) on delete restrict
);
create index fields_keeper_idx on farm.fields (tenant_id, keeper_id);
create index fields_crop_idx on farm.fields (crop_id);
select croft.tenant_table('farm.fields');

create table farm.furrows (
  tenant_id uuid not null,
  id uuid not null default croft.uuid_v7(),
  field_id uuid not null,
  depth numeric not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint furrows_pk primary key (tenant_id, id),
  constraint furrows_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint furrows_field_fk
    foreign key (tenant_id, field_id) references farm.fields (tenant_id, id) on delete cascade
);
create index furrows_field_idx on farm.furrows (tenant_id, field_id);
select croft.tenant_table('farm.furrows');

create table farm.harvests (
  tenant_id uuid not null,
  id uuid not null default croft.uuid_v7(),
  tons numeric not null,
  created_at timestamptz not null default now(),
  constraint harvests_pk primary key (tenant_id, id, created_at),
  constraint harvests_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade
) partition by range (created_at);
create table farm.harvests_2026 partition of farm.harvests
  for values from ('2026-01-01') to ('2027-01-01');
create table farm.harvests_2027 partition of farm.harvests
  for values from ('2027-01-01') to ('2028-01-01');
select croft.append_only('farm.harvests');
select croft.tenant_table('farm.harvests');

create table farm.machines (
  id uuid not null default croft.uuid_v7(),
  name text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint machines_pk primary key (id)
);
comment on table farm.machines is '@scope shared via farm.tenant_machines';
create table farm.tenant_machines (
  tenant_id uuid not null,
  machine_id uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint tenant_machines_pk primary key (tenant_id, machine_id),
  constraint tenant_machines_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint tenant_machines_machine_fk
    foreign key (machine_id) references farm.machines (id) on delete cascade
);
create index tenant_machines_machine_idx on farm.tenant_machines (machine_id);
select croft.tenant_table('farm.tenant_machines');
select croft.shared_table('farm.machines', via => 'farm.tenant_machines');

create table farm.licences (
  id uuid not null default croft.uuid_v7(),
  secret text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint licences_pk primary key (id)
);
select croft.system_table('farm.licences');

create view farm.deep_furrows with (security_invoker = true) as
  select * from farm.furrows where depth > 1;
grant select on farm.deep_furrows to croft_app;
