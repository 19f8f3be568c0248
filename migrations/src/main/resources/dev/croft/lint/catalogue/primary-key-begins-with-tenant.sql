-- title: The primary key of a tenant table begins with the tenant
-- severity: error
-- why: A key without the tenant lets one tenant meet the ids of another, cannot be referred to
-- together with the tenant, and cannot be distributed by it.
select
  k.classid, k.objid, k.objsubid,
  format('its columns are (%s)', array_to_string(k.column_names, ', ')) as problem,
  case when referring.list is null then
    format('alter table %s drop constraint %I, add constraint %2$I primary key (%s);',
        k.table_name, k.name,
        (select string_agg(format('%I', c.name), ', ' order by position)
          from unnest(k.tenant_column || array_remove(k.column_names, k.tenant_column))
            with ordinality c (name, position)))
    else '' end as fix
from primary_keys k
cross join lateral (
  select string_agg(f.name, ', ') as list from foreign_keys f where f.referenced_id = k.table_id
) referring
where k.scope_kind = 'tenant' and k.column_names[1] <> k.tenant_column
  and exists (select from columns c where c.objid = k.table_id and c.name = k.tenant_column)
