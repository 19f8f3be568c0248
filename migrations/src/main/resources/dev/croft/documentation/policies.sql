select shown.name, p.polname, p.polpermissive,
  case p.polcmd when '*' then 'all' when 'r' then 'select' when 'a' then 'insert'
    when 'w' then 'update' else 'delete' end,
  (select array_agg(coalesce(r.rolname, 'public')::text order by r.rolname)
    from unnest(p.polroles) member (oid) left join pg_roles r on r.oid = member.oid),
  pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)
from shown join pg_policy p on p.polrelid = shown.oid
order by shown.name collate "C", not p.polpermissive, p.polname collate "C"
