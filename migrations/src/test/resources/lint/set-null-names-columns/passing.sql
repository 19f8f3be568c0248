create schema shop;

create table shop.orders (
  tenant_id uuid not null,
  buyer_id uuid,
  constraint orders_buyer_fk foreign key (tenant_id, buyer_id)
    references public.tenant_users (tenant_id, user_id) on delete set null (buyer_id)
);

comment on table shop.orders is '@scope tenant';
