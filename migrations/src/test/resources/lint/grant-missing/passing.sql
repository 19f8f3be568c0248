create schema shop;

create table shop.orders (
  tenant_id uuid not null,
  id uuid not null default croft.uuid_v7(),
  note text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint orders_pk primary key (tenant_id, id),
  constraint orders_tenant_fk foreign key (tenant_id) references public.tenants (id)
    on delete cascade
);

select croft.tenant_table('shop.orders');
alter table shop.orders add column paid_at timestamptz;
select croft.tenant_table('shop.orders');
