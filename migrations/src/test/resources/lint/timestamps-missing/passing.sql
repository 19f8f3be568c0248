create schema shop;

create table shop.orders (
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table shop.order_events (
  created_at timestamptz not null default now()
);

comment on table shop.order_events is '@append-only';
