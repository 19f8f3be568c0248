-- title: A reference that is emptied on delete leaves the tenant in place
-- severity: error
-- why: "On delete set null" empties every column of the key unless it names some, and the tenant's
-- may not be null: the delete fails.
select
  k.classid, k.objid, k.objsubid,
  format('on delete it would empty %I', k.tenant_column) as problem,
  format('alter table %s drop constraint %I, add constraint %2$I %s (%s);',
      k.table_name, k.name,
      substring(k.definition from '^(.* ON DELETE SET (NULL|DEFAULT))'),
      array_to_string(array_remove(k.column_names, k.tenant_column), ', ')) as fix
from foreign_keys k
where k.scope_kind = 'tenant' and k.on_delete in ('n', 'd')
  and k.tenant_column = any (k.column_names)
  and (coalesce(cardinality(k.set_numbers), 0) = 0
    or exists (
      select from columns c
      where c.objid = k.table_id and c.name = k.tenant_column
        and c.objsubid = any (k.set_numbers)))
