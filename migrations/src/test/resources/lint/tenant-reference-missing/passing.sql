create schema shop;

create table shop.orders (
  tenant_id uuid not null,
  constraint orders_tenant_fk foreign key (tenant_id) references public.tenants (id)
    on delete cascade
);

comment on table shop.orders is '@scope tenant';
