select
  pg_catalog.format('%I on %s', p.polname, f.name),
  'the policy %s asks for something else than the table''s scope; only the guard holds it',
  'Two fences stand there to be two.',
  pg_catalog.format('drop policy %I on %s;', p.polname, f.name)
from policies p join fenced f on f.oid = p.polrelid
where p.polpermissive and p.applies and not p.beside_the_guard
  and (coalesce(p.reads, f.condition) is distinct from f.condition
    or coalesce(p.writes, p.reads, f.condition) is distinct from f.condition)
  and exists (select from guards g where g.polrelid = f.oid)
  and p.polname not in ('tenant_rows', 'system_rows')
order by 1
