create schema shop;

create table shop.imports (number bigserial not null);
