-- Dependencies to be found, and what looks like one.
create schema shop;
select setseed(0.5);

-- postal_code decides town, town decides country; the note is free.
create table shop.deliveries (
  id uuid primary key default croft.uuid_v7(),
  postal_code text not null,
  town text not null,
  country text not null,
  note integer,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
insert into shop.deliveries (postal_code, town, country, note)
  select
    'P' || i % 40, 'Springfield ' || i % 40 / 2, 'C' || i % 40 / 2 % 7,
    case when random() < 0.8 then (random() * 50)::integer end
  from generate_series(1, 600) i;

-- Only product and region together decide the amount.
create table shop.prices (
  id uuid primary key default croft.uuid_v7(),
  product integer not null,
  region integer not null,
  amount integer not null
);
insert into shop.prices (product, region, amount)
  select p, r, p * r % 11 from generate_series(1, 12) p, generate_series(1, 6) r,
    generate_series(1, 4);

-- A key decides all.
create table shop.keyed (
  code text primary key,
  number integer not null unique,
  name text not null
);
insert into shop.keyed
  select 'K' || i, i, 'N' || i % 30 from generate_series(1, 300) i;

create table shop.declared (
  id uuid primary key default croft.uuid_v7(),
  postal_code text not null,
  town text not null
);
comment on column shop.declared.town is E'The town.\n@depends postal_code';
insert into shop.declared (postal_code, town)
  select 'P' || i % 40, 'T' || i % 20 from generate_series(1, 600) i;

create table shop.few (
  id uuid primary key default croft.uuid_v7(),
  postal_code text not null,
  town text not null
);
insert into shop.few (postal_code, town)
  select 'P' || i % 5, 'T' || i % 5 from generate_series(1, 20) i;

-- All but one are open, so that nearly anything seems to decide it.
create table shop.nearly_constant (
  id uuid primary key default croft.uuid_v7(),
  batch integer not null,
  status text not null
);
insert into shop.nearly_constant (batch, status)
  select i / 3, case i when 1 then 'closed' else 'open' end from generate_series(3, 300) i;
insert into shop.nearly_constant (batch, status) values (0, 'closed');

create table shop.contradicted (
  id uuid primary key default croft.uuid_v7(),
  postal_code text not null,
  town text not null
);
insert into shop.contradicted (postal_code, town)
  select 'P' || i % 40, case i when 7 then 'Elsewhere' else 'T' || i % 20 end
  from generate_series(1, 600) i;

-- Each teacher of a course uses each of its books.
create table shop.course_books (
  course integer not null,
  teacher text not null,
  book text not null,
  primary key (course, teacher, book)
);
insert into shop.course_books
  select c, 'T' || (c * 7 + t) % 23, 'B' || (c * 5 + b) % 29
  from generate_series(1, 200) c, generate_series(1, 3) t, generate_series(1, 2) b;

create table shop.course_rooms (
  course integer not null,
  teacher text not null,
  room text not null,
  primary key (course, teacher, room)
);
insert into shop.course_rooms
  select c, 'T' || (c * 7 + t) % 23, 'R' || (c * 5 + b) % 29
  from generate_series(1, 20) c, generate_series(1, 3) t, generate_series(1, 2) b
  where (c, t, b) <> (9, 1, 1);

-- postal_code decides town; carrier decides depot but for one row, which a sample seldom has.
create table shop.many (
  id uuid primary key default croft.uuid_v7(),
  postal_code text not null,
  town text not null,
  carrier text not null,
  depot text not null
);
insert into shop.many (postal_code, town, carrier, depot)
  select 'P' || i % 40, 'T' || i % 20, 'C' || carrier,
    case i when 12345 then 'Elsewhere' else 'D' || carrier / 2 end
  from (
    select i, (random() * 15)::integer as carrier from generate_series(1, 20000) i
  ) made;

-- A shelf is in one hall, in each tenant in another one.
create table shop.parcels (
  tenant_id uuid not null,
  id uuid not null default croft.uuid_v7(),
  shelf integer not null,
  hall integer not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint parcels_pk primary key (tenant_id, id),
  constraint parcels_tenant_fk foreign key (tenant_id) references public.tenants (id)
    on delete cascade
);
comment on table shop.parcels is 'A parcel.';
select croft.tenant_table('shop.parcels');
insert into public.tenants (id, name, slug)
  select croft.uuid_v7(), 'T' || i, 't' || i from generate_series(1, 5) i;
insert into shop.parcels (tenant_id, shelf, hall)
  select t.id, i % 12, (i % 12 * 5 + ascii(t.slug) + right(t.slug, 1)::integer) % 7
  from public.tenants t, generate_series(1, 100) i;

grant usage on schema shop to croft_admin;
grant select on all tables in schema shop to croft_admin;
analyze;
