select shown.name, i.indpred is null,
  array_agg(coalesce(a.attname::text, pg_get_indexdef(i.indexrelid, part, true)) order by part)
from shown join pg_index i on i.indrelid = shown.oid and i.indisunique
cross join generate_series(1, i.indnkeyatts) part
left join pg_attribute a on a.attrelid = shown.oid and a.attnum = i.indkey[part - 1]
group by shown.name, i.indexrelid, i.indisprimary, i.indpred is null
order by shown.name collate "C", i.indisprimary desc, i.indexrelid
