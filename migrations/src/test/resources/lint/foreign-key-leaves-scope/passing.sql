create schema shop;

create table shop.orders (
  tenant_id uuid not null,
  buyer_id uuid not null,
  constraint orders_buyer_fk foreign key (tenant_id, buyer_id)
    references public.tenant_users (tenant_id, user_id) on delete restrict
);

comment on table shop.orders is '@scope tenant';
