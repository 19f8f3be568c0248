-- title: A reference stays among rows that its readers may see, and that move with it
-- severity: error
-- why: A reference from a tenant to what no tenant sees tells whether it is there. People are
-- referred to by their membership, so that they are members always. Rows outside of all tenants
-- outlive each of them, and live elsewhere.
select
  k.classid, k.objid, k.objsubid,
  format('it refers from %s data to %s, a %s table',
      k.scope_kind, k.referenced_name, t.scope_kind) as problem,
  case
    when k.scope_kind = 'tenant' and t.scope_kind = 'shared'
        and cardinality(k.column_names) = 1 and link.columns is not null then
      format('alter table %s drop constraint %I, add constraint %2$I '
          'foreign key (tenant_id, %I) references %s (%s) on delete %s;',
          k.table_name, k.name, k.column_names[1], link.name, link.columns,
          case k.on_delete
            when 'c' then 'cascade'
            when 'n' then format('set null (%I)', k.column_names[1])
            else 'restrict'
          end)
    else format('alter table %s drop constraint %I;', k.table_name, k.name)
  end as fix
from foreign_keys k
join tables t on t.objid = k.referenced_id
left join lateral (
  select l.qualified_name as name, array_to_string(p.column_names, ', ') as columns
  from tables l
  join primary_keys p on p.table_id = l.objid
  where t.scope = 'shared via ' || l.qualified_name
    and cardinality(p.column_names) = 2 and p.column_names[1] = 'tenant_id'
) link on true
where (k.scope_kind = 'tenant' and t.scope_kind = 'shared'
    and t.scope <> 'shared via ' || k.table_name)
  or (k.scope_kind = 'tenant' and t.scope_kind = 'system')
  or (k.scope_kind = 'global' and t.scope_kind <> 'global')
  or (k.scope_kind = 'shared' and t.scope_kind in ('tenant', 'system'))
