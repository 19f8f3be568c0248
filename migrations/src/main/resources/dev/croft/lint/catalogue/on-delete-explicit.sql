-- title: Every foreign key says what becomes of the row when the other one goes
-- severity: error
-- why: It is a decision, and the default is none: it refuses like "restrict", only later.
select
  k.classid, k.objid, k.objsubid,
  'it says nothing on delete, or "no action", which PostgreSQL does not tell apart' as problem,
  format(
      E'-- Or: on delete cascade, on delete set null.\n'
      'alter table %s drop constraint %I, add constraint %2$I %s on delete restrict;',
      k.table_name, k.name, regexp_replace(k.definition, ' NOT VALID$', '')) as fix
from foreign_keys k
where k.on_delete = 'a'
