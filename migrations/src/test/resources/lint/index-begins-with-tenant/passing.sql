create schema shop;

create table shop.orders (
  tenant_id uuid not null,
  placed_at timestamptz not null,
  permission_id uuid not null,
  constraint orders_permission_fk foreign key (permission_id) references auth.permissions (id)
    on delete restrict
);

create index orders_placed_idx on shop.orders (tenant_id, placed_at);
create index orders_permission_idx on shop.orders (permission_id);
comment on table shop.orders is '@scope tenant';
