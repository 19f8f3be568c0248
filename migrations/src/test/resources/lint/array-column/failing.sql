create schema shop;

create table shop.orders (
  tenant_id uuid not null,
  id uuid not null,
  coupons text[] not null,
  constraint orders_pk primary key (tenant_id, id)
);

create table shop.parcels (
  tenant_id uuid not null,
  id uuid not null default croft.uuid_v7(),
  labels text[] not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint parcels_pk primary key (tenant_id, id),
  constraint parcels_tenant_fk foreign key (tenant_id) references public.tenants (id)
    on delete cascade
);

select croft.tenant_table('shop.parcels');
