-- title: No column of tenant data takes its value from a sequence
-- severity: error
-- why: A tenant can move to another database only if its ids mean the same there.
select
  c.classid, c.objid, c.objsubid, 'it takes its value from a sequence' as problem,
  format(
      'alter table %s alter column %I %s;', c.table_name, c.name,
      case c.identity_kind when '' then 'drop default' else 'drop identity' end) as fix
from columns c
where c.scope_kind in ('tenant', 'shared')
  and (c.identity_kind <> '' or exists (
      select
      from pg_depend d
      join pg_class s on s.oid = d.refobjid and s.relkind = 'S'
      where d.classid = 'pg_attrdef'::regclass and d.objid = c.default_id
        and d.refclassid = 'pg_class'::regclass))
