-- title: The tenant of every row is one that exists
-- severity: error
-- why: Rows of a tenant that does not exist belong to nobody and are never erased.
select
  t.classid, t.objid, t.objsubid,
  format('%I does not refer to public.tenants (id)', t.tenant_column) as problem,
  format('alter table %s add constraint %I foreign key (%I) '
      'references public.tenants (id) on delete cascade;',
      t.qualified_name, t.name || '_tenant_fk', t.tenant_column) as fix
from tables t
where t.scope_kind = 'tenant' and t.qualified_name <> 'public.tenants'
  and not exists (
    select from foreign_keys k
    where k.table_id = t.objid and k.referenced_name = 'public.tenants'
      and k.column_names = array[t.tenant_column])
