--liquibase formatted sql

--changeset broken:forget_fence splitStatements:false stripComments:false
create table auth.notes (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null default croft.uuid_v7(),
  title text not null,
  primary key (tenant_id, id)
);
grant select, insert on auth.notes to croft_app;

--rollback drop table auth.notes;
