create schema shop;

create table shop.imports (
  number bigint not null,
  constraint imports_pk primary key (number)
);

create table shop.import_lines (
  import_number integer not null,
  constraint import_lines_import_fk foreign key (import_number) references shop.imports (number)
    on delete cascade
);
