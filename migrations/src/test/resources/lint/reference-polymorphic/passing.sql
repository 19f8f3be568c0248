create schema shop;

create table shop.note_events (
  subject_type text not null,
  subject_id uuid not null
);

comment on table shop.note_events is '@append-only';
