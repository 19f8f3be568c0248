create schema shop;

create table shop.imports (created_at timestamptz not null) partition by range (created_at);
create table shop.imports_rest partition of shop.imports default;
