create schema shop;

create table shop.addresses (
  user_id uuid not null,
  constraint addresses_pk primary key (user_id),
  constraint addresses_user_fk foreign key (user_id) references public.users (id)
    on delete cascade
);

comment on table shop.addresses is '@scope shared via public.tenant_users';
