-- The columns of each key of a table. An index of expressions or of some rows is none.
select array(
    select a.attname
    from unnest((i.indkey::smallint[])[0:i.indnkeyatts - 1]) number
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = number) as names
from pg_index i
where i.indrelid = ?::regclass and i.indisunique and i.indisvalid
  and i.indpred is null and i.indexprs is null
