-- title: The columns of every foreign key lead an index
-- severity: error
-- why: Without one, each delete of a referenced row reads the whole table.
select
  k.classid, k.objid, k.objsubid,
  'no index begins with its columns' as problem,
  format('create index on %s (%s);', k.table_name,
      (select string_agg(format('%I', c.name), ', ' order by position)
        from unnest(k.column_names) with ordinality c (name, position))) as fix
from foreign_keys k
where not exists (
    select from indexes i
    where i.table_id = k.table_id and i.method = 'btree' and i.is_valid
      and i.width >= cardinality(k.numbers)
      and i.numbers[0:cardinality(k.numbers) - 1] @> k.numbers
      and i.predicate in (
        select '' union all
        select format('(%I IS NOT NULL)', c.name) from unnest(k.column_names) c (name)))
