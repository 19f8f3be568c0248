create schema shop;

create table shop.orders (
  paid_at timestamptz,
  paid_amount numeric,
  gift_text text,
  gift_sender text,
  constraint orders_paid_check check ((paid_at is null) = (paid_amount is null)),
  constraint orders_gift_check check (num_nulls(gift_text, gift_sender) in (0, 2))
);
