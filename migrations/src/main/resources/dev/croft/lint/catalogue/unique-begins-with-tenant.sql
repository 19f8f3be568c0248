-- title: What is unique in a tenant table is unique within a tenant
-- severity: error
-- why: A duplicate would tell one tenant what another one holds.
select
  coalesce(k.classid, i.classid) as classid, coalesce(k.objid, i.objid) as objid, 0 as objsubid,
  format('it does not begin with %I', i.tenant_column) as problem,
  case
    when i.is_exclusion or i.expressions <> '' then ''
    when k.objid is null then
      format(E'drop index %s;\ncreate unique index %I on %s (%s)%s;',
          i.qualified_name, i.name, i.table_name, wanted.columns,
          case i.predicate when '' then '' else ' where ' || i.predicate end)
    else
      format('alter table %s drop constraint %I, add constraint %2$I unique (%s);',
          i.table_name, i.name, wanted.columns)
  end as fix
from indexes i
left join constraints k on k.objid = i.constraint_id
cross join lateral (
  select string_agg(format('%I', c.name), ', ' order by position) as columns
  from unnest(i.tenant_column || array_remove(i.column_names, i.tenant_column))
    with ordinality c (name, position)
) wanted
where i.scope_kind = 'tenant' and i.table_name <> 'public.tenants'
  and (i.is_unique or i.is_exclusion) and not i.is_primary
  and i.column_names[1] <> i.tenant_column
