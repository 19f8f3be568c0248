-- title: No columns are null only together
-- severity: hint
-- why: They are one optional fact. As a table of their own each is required, the check is not
-- needed, and who reads the row does not read them.
select
  k.classid, k.objid, k.objsubid,
  format('it ties the absence of %s to each other', optional.list) as problem,
  '' as fix
from constraints k
cross join lateral (
  select
    string_agg(format('%I', c.name), ', ' order by c.objsubid) as list,
    count(*) as width
  from columns c
  where c.objid = k.table_id and c.objsubid = any (k.numbers) and not c.is_required
) optional
where k.kind = 'c' and optional.width > 1
  -- As PostgreSQL keeps the check: two tests for null, or a call of num_nulls or num_nonnulls.
  and (k.expression::text like '%{NULLTEST %{NULLTEST %'
    or exists (
      select from pg_proc p
      where p.proname in ('num_nulls', 'num_nonnulls')
        and p.pronamespace = 'pg_catalog'::regnamespace
        and k.expression::text like '%{FUNCEXPR :funcid ' || p.oid || ' %'))
  and not exists (
    select from foreign_keys f
    where f.table_id = k.table_id and f.numbers @> k.numbers)
