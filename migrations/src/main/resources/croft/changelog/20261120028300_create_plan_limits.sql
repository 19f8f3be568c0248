--liquibase formatted sql

--changeset croft:create_plan_limits splitStatements:false stripComments:false rollbackSplitStatements:false
-- On delete: what a plan gives falls with the plan; a limit that plans use stays.
create table billing.plan_limits (
  plan_id uuid not null,
  limit_id uuid not null,
  maximum bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint plan_limits_pk primary key (plan_id, limit_id),
  constraint plan_limits_plan_fk
    foreign key (plan_id) references billing.plans (id) on delete cascade,
  constraint plan_limits_limit_fk
    foreign key (limit_id) references billing.limits (id) on delete restrict,
  constraint plan_limits_maximum_check check (maximum >= 0)
);

create index plan_limits_limit_idx on billing.plan_limits (limit_id);

comment on table billing.plan_limits is 'How much a plan gives of something.';
comment on column billing.plan_limits.plan_id is 'The plan that gives it.';
comment on column billing.plan_limits.limit_id is 'What it gives.';
comment on column billing.plan_limits.maximum is
  'How much, in the unit of the limit; none means as much as one likes.';
comment on column billing.plan_limits.created_at is 'When the row was written.';
comment on column billing.plan_limits.updated_at is 'When the row last changed.';

select croft.global_table('billing.plan_limits');

--rollback drop table billing.plan_limits;
