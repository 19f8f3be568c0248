select n.nspname,
  nullif(obj_description(n.oid, 'pg_namespace'), 'standard public schema')
from pg_namespace n
where n.nspname = any (?)
order by n.nspname <> 'public', n.nspname collate "C"
