create schema shop;

create table shop.orders (
  tenant_id uuid not null,
  buyer_id uuid not null,
  constraint orders_buyer_fk foreign key (buyer_id) references public.users (id)
    on delete restrict
);

comment on table shop.orders is '@scope tenant';

create table shop.currencies (
  tenant_id uuid not null,
  constraint currencies_tenant_fk foreign key (tenant_id) references public.tenants (id)
    on delete cascade
);

comment on table shop.currencies is '@scope global';
