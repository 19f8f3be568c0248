create schema shop;

create table shop.orders (deleted_at timestamp default now());
create table shop.parcels (is_deleted boolean not null default false);

create table shop.notes (is_deleted boolean not null default false);
comment on table shop.notes is '@scope system';
