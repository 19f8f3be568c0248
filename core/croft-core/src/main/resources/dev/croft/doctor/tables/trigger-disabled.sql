select
  pg_catalog.format('%I on %s', g.tgname, t.name), 'the trigger %s does not fire',
  'Triggers keep rows as they were written, or stamp them; somebody switched this one off.',
  pg_catalog.format('alter table %s enable trigger %I;', t.name, g.tgname)
from pg_catalog.pg_trigger g join tables t on t.oid = g.tgrelid
where not g.tgisinternal and g.tgenabled in ('D', 'R') and t.scope is not null
order by 1
