-- Three tenants that look alike: the same names, values, and ids of rows within the tenant; only
-- remark, the last row of each table, and who leads and does the work tell them apart.
create function pg_temp.id(kind int, n int) returns uuid immutable language sql as
  $$ select ('00000000-0000-7000-8000-' || lpad(to_hex(kind * 65536 + n), 12, '0'))::uuid $$;

create temporary view tenant as
  select n, pg_temp.id(1, n) as id, (array['acme', 'globex', 'initech'])[n] as slug
  from generate_series(1, 3) n;

-- Row n of a tenant: the id of the last one is the tenant's own.
create temporary view row_of as
  select t.n as tenant, t.id as tenant_id, t.slug, r.n,
    case when r.n = 3 + t.n % 2 then 16 * t.n else 0 end + r.n as key
  from tenant t cross join lateral generate_series(1, 3 + t.n % 2) r (n);

insert into public.tenants (id, name, slug, created_at, updated_at)
select id, 'Works', slug, '2026-01-01', '2026-01-01' from tenant;

-- Ann is known to acme, Bob to acme and globex, Eve to globex, Zoe to initech, Max to all.
insert into public.users (id, email_address, created_at, updated_at)
select pg_temp.id(2, n), name || '@example.com', '2026-01-01', '2026-01-01'
from (values (1, 'ann'), (2, 'bob'), (3, 'eve'), (4, 'zoe'), (5, 'max'), (6, 'nobody'))
  as person (n, name);
insert into public.tenant_users (tenant_id, user_id, created_at, updated_at)
select pg_temp.id(1, t), pg_temp.id(2, u), '2026-01-01', '2026-01-01'
from (values (1, 1), (1, 2), (2, 2), (2, 3), (3, 4), (1, 5), (2, 5), (3, 5)) as known (t, u);

insert into auth.roles (tenant_id, id, name, description, created_at, updated_at)
select tenant_id, pg_temp.id(3, key), 'role ' || n, slug, '2026-01-01', '2026-01-01' from row_of;
insert into auth.user_roles (tenant_id, user_id, role_id, created_at, updated_at)
select r.tenant_id, u.user_id, pg_temp.id(3, r.key), '2026-01-01', '2026-01-01'
from row_of r join public.tenant_users u using (tenant_id) where r.n < 3;

insert into work.priorities (id, name, weight, created_at, updated_at)
select pg_temp.id(4, n), 'priority ' || n, n, '2026-01-01', '2026-01-01' from generate_series(1, 3) n;

insert into work.projects
  (tenant_id, id, name, remark, budget, parent_id, lead_id, created_at, updated_at, deleted_at)
select tenant_id, pg_temp.id(5, key), 'project ' || n, slug, n,
  case when n > 1 then pg_temp.id(5, n - 1) end,
  case when n < 3 then (
    select user_id from public.tenant_users u where u.tenant_id = r.tenant_id
    order by user_id offset n - 1 limit 1) end,
  '2026-01-01', '2026-01-01', case when n = 3 then timestamptz '2026-01-01' end
from row_of r;

insert into work.tasks
  (tenant_id, id, project_id, priority_id, assignee_id, title, remark, position, created_at,
   updated_at, deleted_at)
select tenant_id, pg_temp.id(6, key * 2 + half), pg_temp.id(5, case when half = 0 then 1 else key end),
  pg_temp.id(4, least(n, 3)), case when half = 0 then p.lead_id end,
  'task ' || n, slug, n + half, '2026-01-01', '2026-01-01',
  case when n = 2 and half = 1 then timestamptz '2026-01-01' end
from row_of r cross join generate_series(0, 1) half
join work.projects p using (tenant_id) where p.id = pg_temp.id(5, r.key);

insert into work.task_tags (tenant_id, task_id, tag, weight, created_at, updated_at)
select t.tenant_id, t.id, tag, t.position, '2026-01-01', '2026-01-01'
from work.tasks t cross join unnest(array['a', 'b']) tag where t.position <= 2;

insert into work.events (tenant_id, id, task_id, kind, amount, created_at)
select r.tenant_id, pg_temp.id(7, r.key), case when n > 1 then pg_temp.id(6, r.key * 2) end,
  'event ' || n, n * 10 + tenant, '2026-01-01'
from row_of r;
