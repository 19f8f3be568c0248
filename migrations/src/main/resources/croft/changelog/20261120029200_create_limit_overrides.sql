--liquibase formatted sql

--changeset croft:create_limit_overrides splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: an agreement falls with the tenant; a limit in use stays.
create table billing.limit_overrides (
  tenant_id uuid not null,
  limit_id uuid not null,
  maximum bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint limit_overrides_pk primary key (tenant_id, limit_id),
  constraint limit_overrides_tenant_fk
    foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint limit_overrides_limit_fk
    foreign key (limit_id) references billing.limits (id) on delete restrict,
  constraint limit_overrides_maximum_check check (maximum >= 0)
);

create index limit_overrides_limit_idx on billing.limit_overrides (limit_id, tenant_id);

comment on table billing.limit_overrides is
  'How much a tenant was given of something, whatever its plan says.';
comment on column billing.limit_overrides.tenant_id is 'The tenant that was given it.';
comment on column billing.limit_overrides.limit_id is 'What was given.';
comment on column billing.limit_overrides.maximum is
  'How much, in the unit of the limit; none means as much as one likes.';
comment on column billing.limit_overrides.created_at is 'When the row was written.';
comment on column billing.limit_overrides.updated_at is 'When the row last changed.';

select croft.system_writes('billing.limit_overrides');
select croft.tenant_table('billing.limit_overrides');

--rollback drop table billing.limit_overrides;
