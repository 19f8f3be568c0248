create schema shop;

create table shop.notes (
  subject_type text not null,
  subject_id uuid not null
);
