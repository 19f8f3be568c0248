select
  pg_catalog.format('%I on %s', p.polname, t.name),
  'the policy %s lets tenant sessions in where none has a place',
  case when t.relispartition then 'Partitions are read through their parent only.'
    else 'System tables are out of the sight of tenants.' end,
  pg_catalog.format('drop policy %I on %s;', p.polname, t.name)
from policies p join tables t on t.oid = p.polrelid
where p.polpermissive and p.applies and (t.scope = 'system' or t.relispartition)
  and not exists (
      select from becomes b where b.rolname = 'croft_admin' and p.polname = 'system_rows')
order by 1
