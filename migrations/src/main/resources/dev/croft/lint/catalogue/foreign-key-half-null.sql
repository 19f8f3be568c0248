-- title: At most one column of a foreign key is optional
-- severity: error
-- why: Where one column is null PostgreSQL does not look at the others: the row points to nothing,
-- and looks as if it did.
select
  k.classid, k.objid, k.objsubid,
  format('%s may be null, each without the others', optional.list) as problem,
  format(
      'alter table %s add constraint %I check (num_nulls(%s) in (0, %s));', k.table_name,
      k.name || '_whole_check', optional.list, optional.width) as fix
from foreign_keys k
cross join lateral (
  select string_agg(format('%I', c.name), ', ' order by c.objsubid) as list, count(*) as width,
    array_agg(c.objsubid::smallint) as numbers
  from columns c
  where c.objid = k.table_id and c.objsubid = any (k.numbers) and not c.is_required
) optional
where optional.width > 1 and k.definition not like '% MATCH FULL%'
  and not exists (
    select from constraints whole
    where whole.table_id = k.table_id and whole.kind = 'c' and whole.numbers @> optional.numbers
      and whole.is_validated)
