-- title: A reference within a tenant holds the tenant
-- severity: error
-- why: Foreign keys look past row-level security: the row could point into another tenant, and an
-- error would tell whether something is there.
select
  k.classid, k.objid, k.objsubid,
  format('it refers to %s without the tenant', k.referenced_name) as problem,
  case when referenced.column_names[1] = 'tenant_id'
      and cardinality(referenced.column_names) = 1 + cardinality(own.names) then
    format('alter table %s drop constraint %I, add constraint %2$I foreign key (%s) '
        'references %s (%s) on delete %s;',
        k.table_name, k.name,
        (select string_agg(format('%I', c.name), ', ' order by position)
          from unnest('tenant_id'::name || own.names) with ordinality c (name, position)),
        k.referenced_name, array_to_string(referenced.column_names, ', '),
        case k.on_delete
          when 'c' then 'cascade'
          when 'n' then format('set null (%s)', array_to_string(own.names, ', '))
          else 'restrict'
        end)
    else '' end as fix
from foreign_keys k
join tables t on t.objid = k.referenced_id and t.scope_kind = 'tenant'
left join primary_keys referenced on referenced.table_id = k.referenced_id
cross join lateral (select array_remove(k.column_names, 'tenant_id') as names) own
where k.scope_kind = 'tenant'
  and (k.column_names[1] = k.tenant_column and k.referenced_names[1] = t.tenant_column) is not true
