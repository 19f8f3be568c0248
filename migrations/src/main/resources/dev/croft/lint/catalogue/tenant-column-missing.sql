-- title: A tenant table has a column tenant_id of type uuid that is not null
-- severity: error
-- why: Policies, keys and queries tell tenants apart by that column; a null belongs to nobody, and
-- no tenant can see or erase it.
select
  t.classid, t.objid, t.objsubid,
  format('it has no column %I of type uuid that is not null', t.tenant_column) as problem,
  case
    when c.name is null or c.type = 'uuid'::regtype then
      format('alter table %s add column if not exists %I uuid, alter column %2$I set not null;',
          t.qualified_name, t.tenant_column)
    else
      format('alter table %s alter column %I type uuid using %2$I::text::uuid, '
          'alter column %2$I set not null;', t.qualified_name, t.tenant_column)
  end as fix
from tables t
left join columns c on c.objid = t.objid and c.name = t.tenant_column
where t.scope_kind = 'tenant' and (c.type = 'uuid'::regtype and c.is_required) is not true
