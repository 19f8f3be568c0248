create schema shop;

create table shop.orders (
  id uuid not null,
  replaced_id uuid,
  constraint orders_pk primary key (id),
  constraint orders_replaced_fk foreign key (replaced_id) references shop.orders (id)
    on delete restrict
);
