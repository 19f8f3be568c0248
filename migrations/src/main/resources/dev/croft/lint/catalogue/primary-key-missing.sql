-- title: Every table has a primary key
-- severity: error
-- why: Rows without a key cannot be addressed, replicated or moved.
select
  t.classid, t.objid, t.objsubid, 'it has no primary key' as problem,
  coalesce(
    (
      select format('alter table %s add constraint %I primary key (%s);', t.qualified_name,
          t.name || '_pk', string_agg(format('%I', c.name), ', ' order by c.name desc))
      from columns c
      where c.objid = t.objid and c.is_required
        and (c.name = 'id' or c.name = t.tenant_column and t.scope_kind = 'tenant')
      having bool_or(c.name = 'id')),
    '') as fix
from tables t
where not exists (select from primary_keys k where k.table_id = t.objid)
