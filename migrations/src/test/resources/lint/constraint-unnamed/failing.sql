create schema shop;

create table shop.orders (
  id uuid primary key,
  number bigint not null unique,
  parent_id uuid references shop.orders (id),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  check (starts_at < ends_at)
);
