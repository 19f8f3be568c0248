select distinct
  f.name, 'a trigger on a tenant table calls %s, which is SECURITY DEFINER',
  'It runs with the rights of its owner: what it reads and writes is for it to fence.',
  pg_catalog.format('alter function %s security invoker; Or review it.', f.name)
from functions f
join pg_catalog.pg_trigger t on t.tgfoid = f.oid
join fenced on fenced.oid = t.tgrelid
where f.prosecdef and not t.tgisinternal
order by 1
