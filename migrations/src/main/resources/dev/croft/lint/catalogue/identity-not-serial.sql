-- title: A number that the server counts up is an identity, not a serial
-- severity: warning
-- why: A serial's sequence has owner, grants and default of its own, which get lost one by one, and
-- any writer may put in a number that the sequence will come to.
select
  c.classid, c.objid, c.objsubid, 'it is a serial' as problem,
  format(
      E'drop sequence %s cascade;\n'
      'alter table %s alter column %I add generated always as identity;\n'
      '-- Then let it go on where the numbers end: alter column … restart with …',
      s.oid::regclass, c.table_name, c.name) as fix
from columns c
join pg_depend d
  on d.classid = 'pg_attrdef'::regclass and d.objid = c.default_id
  and d.refclassid = 'pg_class'::regclass
join pg_class s on s.oid = d.refobjid and s.relkind = 'S'
where c.scope_kind is distinct from 'tenant' and c.scope_kind is distinct from 'shared'
  and c.identity_kind = ''
