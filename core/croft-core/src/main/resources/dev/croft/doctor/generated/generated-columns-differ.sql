select
  r.name, '%s lacks columns of its generated class: '
      || pg_catalog.string_agg(k.column_name, ', ' order by k.column_name),
  'Statements that name them fail: the code is newer than the schema, or older.',
  'apply the changelogs that the classes were generated from, or generate them again.'
from classes k
join relations r on r.nspname = k.schema_name and r.relname = k.table_name
where not exists (
    select from pg_catalog.pg_attribute a
    where a.attrelid = r.oid and a.attname = k.column_name and a.attnum > 0
      and not a.attisdropped)
group by r.name
union all
select
  r.name, 'the generated class of %s lacks columns: '
      || pg_catalog.string_agg(a.attname, ', ' order by a.attname),
  'The class is older than the table.',
  'generate the classes again from the changelogs that were applied.'
from relations r
join pg_catalog.pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
where exists (
    select from classes k where k.schema_name = r.nspname and k.table_name = r.relname)
  and not exists (
    select from classes k
    where k.schema_name = r.nspname and k.table_name = r.relname and k.column_name = a.attname)
group by r.name
order by 1
