select distinct
  f.name, 'a trigger of a tenant table or a view calls %s, which is SECURITY DEFINER',
  'It runs with the rights of its owner: what it reads and writes is for it to fence.',
  pg_catalog.format('alter function %s security invoker; Or review it.', f.name)
from functions f
join pg_catalog.pg_trigger t on t.tgfoid = f.oid
join relations r on r.oid = t.tgrelid
left join tables on tables.oid = r.oid
where f.prosecdef and not t.tgisinternal
  and (tables.scope in ('tenant', 'shared') or r.relkind = 'v')
order by 1
