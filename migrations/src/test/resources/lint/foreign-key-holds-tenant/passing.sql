create schema shop;

create table shop.orders (
  tenant_id uuid not null,
  id uuid not null,
  constraint orders_pk primary key (tenant_id, id)
);

create table shop.parcels (
  tenant_id uuid not null,
  order_id uuid not null,
  constraint parcels_order_fk foreign key (tenant_id, order_id)
    references shop.orders (tenant_id, id) on delete cascade
);

comment on table shop.orders is '@scope tenant';
comment on table shop.parcels is '@scope tenant';
