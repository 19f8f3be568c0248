create schema shop;

create table shop.imports (
  id uuid not null default croft.uuid_v7(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint imports_pk primary key (id)
);

create table shop.import_lines (
  import_id uuid not null,
  constraint import_lines_import_fk foreign key (import_id) references shop.imports (id)
    on delete cascade
);

comment on table shop.import_lines is '@scope system';
