-- The columns of a table that tell of the world: not when a row changed, nor what the server computes,
-- nor documents and bytes. Each with what its comment says that it depends on.
select
  a.attname as name,
  a.attname = 'tenant_id' as is_tenant,
  (
    select trim(found[1])
    from regexp_matches(col_description(a.attrelid, a.attnum), '^@depends (.*)$', 'n') found
  ) as depends
from pg_attribute a
join pg_type y on y.oid = a.atttypid
where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  and a.attname not in ('created_at', 'updated_at', 'deleted_at', 'version')
  and y.typname not in ('json', 'jsonb', 'xml', 'bytea', 'tsvector')
  and has_column_privilege(a.attrelid, a.attnum, 'select')
order by a.attnum
