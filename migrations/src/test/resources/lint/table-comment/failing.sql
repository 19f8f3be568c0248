create schema shop;

create table shop.orders (
  id uuid not null,
  constraint orders_pk primary key (id)
);

comment on table shop.orders is '@scope system';

create table shop.parcels (
  id uuid not null,
  constraint parcels_pk primary key (id)
);

create table shop.boxes (
  tenant_id uuid not null,
  id uuid not null default croft.uuid_v7(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint boxes_pk primary key (tenant_id, id),
  constraint boxes_tenant_fk foreign key (tenant_id) references public.tenants (id)
    on delete cascade
);
