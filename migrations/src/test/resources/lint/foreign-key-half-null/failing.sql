create schema shop;

create table shop.warehouses (
  region text not null,
  number integer not null,
  constraint warehouses_pk primary key (region, number)
);

create table shop.orders (
  warehouse_region text,
  warehouse_number integer,
  constraint orders_warehouse_fk foreign key (warehouse_region, warehouse_number)
    references shop.warehouses (region, number) on delete restrict
);
