create schema shop;

create table shop.imports (number bigint not null generated always as identity);
