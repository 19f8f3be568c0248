create schema shop;

create table shop.orders (
  tenant_id uuid not null,
  placed_at timestamptz not null
);

create index orders_placed_idx on shop.orders (placed_at);
comment on table shop.orders is '@scope tenant';
