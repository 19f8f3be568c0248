create schema shop;

create table shop.imports (created_at timestamptz not null) partition by range (created_at);

create table shop.imports_2026_01 partition of shop.imports
  for values from ('2026-01-01') to ('2026-02-01');
