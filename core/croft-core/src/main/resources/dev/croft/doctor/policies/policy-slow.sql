select
  pg_catalog.format('%I on %s', p.polname, f.name), 'the policy %s holds an OR',
  'With an OR the planner cannot use the tenant''s index.',
  'write the condition without OR, or as policies of their own.'
from policies p join fenced f on f.oid = p.polrelid
where p.applies and p.polname not in ('tenant_rows', 'tenant_guard', 'system_rows')
  and coalesce(p.reads, '') || coalesce(p.writes, '') ~ '\mOR\M'
order by 1
