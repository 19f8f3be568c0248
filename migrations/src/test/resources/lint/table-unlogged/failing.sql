create schema shop;

create unlogged table shop.carts (id uuid not null);
