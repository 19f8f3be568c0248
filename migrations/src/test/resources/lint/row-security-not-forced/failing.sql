create schema shop;

create table shop.orders (id uuid not null);
comment on table shop.orders is '@scope tenant';

create table shop.imports (created_at timestamptz not null) partition by range (created_at);
comment on table shop.imports is '@scope system';
alter table shop.imports enable row level security, force row level security;

create table shop.imports_2026_01 partition of shop.imports
  for values from ('2026-01-01') to ('2026-02-01');

alter table shop.imports_2026_01 enable row level security;
