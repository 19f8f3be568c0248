, named as (
  select shown.name, c.relname, pg_get_indexdef(c.oid) as definition,
    concat(
      'CREATE ', case when i.indisunique then 'UNIQUE ' end, 'INDEX ', quote_ident(c.relname),
      ' ON ', case when c.relkind = 'I' then 'ONLY ' end,
      format('%I.%I', shown.namespace, shown.own_name), ' ') as beginning,
    i.indisunique, i.indisvalid,
    obj_description(c.oid, 'pg_class') as comment,
    exists (select from pg_constraint k where k.conindid = c.oid and k.contype in ('p', 'u', 'x'))
      as is_of_constraint
  from shown join pg_index i on i.indrelid = shown.oid join pg_class c on c.oid = i.indexrelid
)
select name, relname,
  case when starts_with(definition, beginning) then substr(definition, length(beginning) + 1)
    else definition end,
  indisunique, indisvalid, is_of_constraint, comment
from named
order by name collate "C", not is_of_constraint, relname collate "C"
