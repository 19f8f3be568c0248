-- title: Tenant sessions may update every column that is theirs to change
-- severity: error
-- why: Grants are by column. One that was added after the table was fenced can be read, and every
-- update of it fails.
select
  c.classid, c.objid, c.objsubid,
  'croft_app may update other columns of the table, and not this one' as problem,
  t.scope_call as fix
from tables t
join columns c on c.objid = t.objid
join pg_roles o on o.rolname = 'croft_app'
where t.scope_kind = 'tenant' and c.generated_kind = ''
  and c.name <> t.tenant_column and c.name <> 'created_at'
  and has_any_column_privilege(o.oid, t.objid, 'update')
  and not has_column_privilege(o.oid, t.objid, c.objsubid::smallint, 'update')
  and not exists (
    select from primary_keys k where k.table_id = t.objid and c.objsubid = any (k.numbers))
  and not exists (
    select
    from foreign_keys k
    join tables referenced on referenced.objid = k.referenced_id
    where k.table_id = t.objid and c.objsubid = any (k.numbers)
      and referenced.scope_kind = 'shared')
