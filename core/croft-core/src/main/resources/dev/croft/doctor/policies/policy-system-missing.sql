select
  t.name, 'no policy shows croft_admin the rows of %s',
  'System sessions find the table empty; who works around that widens other policies.',
  pg_catalog.format('create policy system_rows on %s to croft_admin using (true) with check (true);',
      t.name)
from tables t
join pg_catalog.pg_roles admin on admin.rolname = 'croft_admin'
where t.forced and t.scope in ('tenant', 'shared', 'system') and not t.relispartition
  and not exists (
      select from policies p
      where p.polrelid = t.oid and p.polname = 'system_rows' and p.polpermissive
        and p.polcmd = '*' and p.polroles = array[admin.oid]
        and p.reads = 'true' and p.writes = 'true')
order by 1
