select
  pg_catalog.format('%I on %s', p.polname, f.name),
  'the policy %s lets rows of other tenants through, and no guard stops it',
  'Permissive policies add up: the widest one decides.',
  pg_catalog.format('drop policy %I on %s;', p.polname, f.name)
from policies p join fenced f on f.oid = p.polrelid
where p.polpermissive and p.applies
  and (coalesce(p.reads, f.condition) is distinct from f.condition
    or coalesce(p.writes, p.reads, f.condition) is distinct from f.condition)
  and (p.beside_the_guard or not exists (select from guards g where g.polrelid = f.oid))
  and p.polname not in ('tenant_rows', 'system_rows')
order by 1
