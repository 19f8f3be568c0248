select shown.name, pg_get_expr(k.conbin, k.conrelid)
from shown join pg_constraint k on k.conrelid = shown.oid and k.contype = 'c'
order by shown.name collate "C", k.conname
