create schema shop;

create table shop.imports (
  id uuid not null,
  constraint imports_pk primary key (id)
);

create table shop.import_lines (
  import_id uuid not null,
  constraint import_lines_import_fk foreign key (import_id) references shop.imports (id)
    on delete cascade
);

comment on table shop.imports is '@scope system';
comment on table shop.import_lines is '@scope system';
