create schema shop;

create table shop.order_events (id uuid not null);
comment on table shop.order_events is '@append-only';

create table shop.stock_events (
  id uuid not null,
  updated_at timestamptz not null default now()
);

select croft.append_only('shop.stock_events');
