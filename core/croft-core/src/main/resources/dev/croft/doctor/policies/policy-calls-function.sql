select distinct
  pg_catalog.format('%I on %s', p.polname, t.name),
  'the policy %s calls a function that is neither PostgreSQL''s nor Croft''s',
  'It is called on rows that no other policy has let through yet, and may tell of them.',
  pg_catalog.format('drop policy %I on %s; Or write its condition without the function.',
      p.polname, t.name)
from policies p
join tables t on t.oid = p.polrelid
join pg_catalog.pg_depend d
  on d.classid = 'pg_catalog.pg_policy'::pg_catalog.regclass and d.objid = p.oid
left join pg_catalog.pg_operator o
  on d.refclassid = 'pg_catalog.pg_operator'::pg_catalog.regclass and o.oid = d.refobjid
join pg_catalog.pg_proc f
  on f.oid = o.oprcode
  or d.refclassid = 'pg_catalog.pg_proc'::pg_catalog.regclass and f.oid = d.refobjid
join pg_catalog.pg_namespace n on n.oid = f.pronamespace
where p.applies and n.nspname not in ('pg_catalog', 'croft')
order by 1
