--liquibase formatted sql

--changeset croft:create_tenant_placements splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: a placement is of its tenant; an instance in use stays.
create table admin.tenant_placements (
  tenant_id uuid not null,
  tier text not null default 'shared',
  compute_id uuid,
  epoch bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint tenant_placements_pk primary key (tenant_id),
  constraint tenant_placements_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint tenant_placements_compute_fk
    foreign key (compute_id) references admin.computes (id) on delete restrict,
  constraint tenant_placements_tier_check check (tier in ('shared', 'schema', 'instance')),
  constraint tenant_placements_compute_check check ((tier = 'instance') = (compute_id is not null)),
  constraint tenant_placements_epoch_check check (epoch >= 1)
);

create index tenant_placements_compute_idx on admin.tenant_placements (compute_id, tenant_id);

comment on table admin.tenant_placements is 'Where the rows of a tenant live.';
comment on column admin.tenant_placements.tenant_id is 'The tenant whose rows live there.';
comment on column admin.tenant_placements.tier is
  'Whether they live in shared tables, in a schema or on an instance of their own.';
comment on column admin.tenant_placements.compute_id is
  'The instance of its own, in that tier only.';
comment on column admin.tenant_placements.epoch is 'Counts the moves of the tenant, from 1.';
comment on column admin.tenant_placements.created_at is 'When the row was written.';
comment on column admin.tenant_placements.updated_at is 'When the row last changed.';

select croft.system_table('admin.tenant_placements');

--rollback drop table admin.tenant_placements;
