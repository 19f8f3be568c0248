select
  pg_catalog.format('%I on %s', p.polname, f.name),
  'the policy %s has no WITH CHECK of its own',
  'PostgreSQL then checks new rows by USING, until somebody changes what may be read.',
  pg_catalog.format('alter policy %I on %s with check (%s);', p.polname, f.name, p.reads)
from policies p join fenced f on f.oid = p.polrelid
where p.applies and p.polcmd in ('*', 'w') and p.writes is null
order by 1
