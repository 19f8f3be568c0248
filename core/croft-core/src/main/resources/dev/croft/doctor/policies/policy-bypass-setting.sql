select
  pg_catalog.format('%I on %s', p.polname, f.name),
  'the policy %s lets a session in that sets another setting than app.tenant_id',
  'Whoever can run SQL can make that setting.',
  pg_catalog.format('drop policy %I on %s;', p.polname, f.name)
from policies p join fenced f on f.oid = p.polrelid
where p.polpermissive and p.applies
  and p.polname not in ('tenant_rows', 'tenant_guard', 'system_rows')
  and coalesce(p.reads, '') || coalesce(p.writes, '')
      ~ 'current_setting\(''(?!app\.tenant_id'')'
order by 1
