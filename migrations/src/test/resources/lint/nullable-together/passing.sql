create schema shop;

create table shop.orders (
  starts_at timestamptz,
  ends_at timestamptz,
  constraint orders_period_check check (ends_at > starts_at)
);

create table shop.order_payments (
  order_id uuid not null,
  paid_at timestamptz not null,
  paid_amount numeric not null
);
