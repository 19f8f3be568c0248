-- Two tenants that look alike: as superuser, so that no policy asks.
insert into public.tenants (id, name, slug) values
  ('aaaaaaaa-0000-7000-8000-000000000001', 'Acme', 'acme'),
  ('bbbbbbbb-0000-7000-8000-000000000001', 'Globex', 'globex');
insert into public.users (id, email_address) values
  ('aaaaaaaa-0000-7000-8000-000000000002', 'ann@example.com'),
  ('bbbbbbbb-0000-7000-8000-000000000002', 'eve@example.com');
insert into public.tenant_users (tenant_id, user_id) values
  ('aaaaaaaa-0000-7000-8000-000000000001', 'aaaaaaaa-0000-7000-8000-000000000002'),
  ('bbbbbbbb-0000-7000-8000-000000000001', 'bbbbbbbb-0000-7000-8000-000000000002');
insert into auth.roles (tenant_id, id, name) values
  ('aaaaaaaa-0000-7000-8000-000000000001', 'aaaaaaaa-0000-7000-8000-000000000003', 'keeper'),
  ('bbbbbbbb-0000-7000-8000-000000000001', 'bbbbbbbb-0000-7000-8000-000000000003', 'keeper'),
  ('bbbbbbbb-0000-7000-8000-000000000001', 'bbbbbbbb-0000-7000-8000-000000000009', 'guard');
insert into farm.crops (id, name) values ('cccccccc-0000-7000-8000-000000000001', 'rye');
insert into farm.fields (tenant_id, id, name) values
  ('aaaaaaaa-0000-7000-8000-000000000001', 'aaaaaaaa-0000-7000-8000-000000000004', 'north'),
  ('bbbbbbbb-0000-7000-8000-000000000001', 'bbbbbbbb-0000-7000-8000-000000000004', 'north'),
  ('bbbbbbbb-0000-7000-8000-000000000001', 'bbbbbbbb-0000-7000-8000-000000000005', 'south');
insert into farm.furrows (tenant_id, id, field_id, depth) values
  ('aaaaaaaa-0000-7000-8000-000000000001', 'aaaaaaaa-0000-7000-8000-000000000006',
    'aaaaaaaa-0000-7000-8000-000000000004', 2),
  ('bbbbbbbb-0000-7000-8000-000000000001', 'bbbbbbbb-0000-7000-8000-000000000006',
    'bbbbbbbb-0000-7000-8000-000000000004', 2);
insert into farm.harvests (tenant_id, id, tons, created_at) values
  ('aaaaaaaa-0000-7000-8000-000000000001', 'aaaaaaaa-0000-7000-8000-000000000007', 3, '2026-08-01'),
  ('bbbbbbbb-0000-7000-8000-000000000001', 'bbbbbbbb-0000-7000-8000-000000000007', 3, '2026-08-01');
insert into farm.machines (id, name) values
  ('aaaaaaaa-0000-7000-8000-000000000008', 'plough'),
  ('bbbbbbbb-0000-7000-8000-000000000008', 'plough');
insert into farm.tenant_machines (tenant_id, machine_id) values
  ('aaaaaaaa-0000-7000-8000-000000000001', 'aaaaaaaa-0000-7000-8000-000000000008'),
  ('bbbbbbbb-0000-7000-8000-000000000001', 'bbbbbbbb-0000-7000-8000-000000000008');
insert into farm.licences (secret) values ('of globex');
