-- title: An index of a tenant table begins with the tenant
-- severity: hint
-- why: Every query asks for one tenant. An index that begins with something else walks past the
-- rows of all the others, and grows slower with each new tenant.
select
  i.classid, i.objid, i.objsubid,
  format('it does not begin with %I', i.tenant_column) as problem,
  case when i.expressions = '' then
    format(E'drop index %s;\ncreate index %I on %s (%s)%s;', i.qualified_name, i.name, i.table_name,
        (select string_agg(format('%I', c.name), ', ' order by position)
          from unnest(i.tenant_column || array_remove(i.column_names, i.tenant_column))
            with ordinality c (name, position)),
        case i.predicate when '' then '' else ' where ' || i.predicate end)
    else '' end as fix
from indexes i
where i.scope_kind = 'tenant' and i.table_name <> 'public.tenants'
  and i.method = 'btree' and not i.is_unique and i.column_names[1] <> i.tenant_column
  -- But for what the server asks itself, when a row that is referred to goes.
  and not exists (
    select from foreign_keys k
    where k.table_id = i.table_id and i.width >= cardinality(k.numbers)
      and i.numbers[0:cardinality(k.numbers) - 1] @> k.numbers)
