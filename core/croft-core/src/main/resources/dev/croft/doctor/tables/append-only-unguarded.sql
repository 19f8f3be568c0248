select
  t.name, 'no trigger refuses to change or remove rows of append-only %s',
  'What is to be kept as it was written is kept by that trigger, even from system sessions.',
  pg_catalog.format('select croft.append_only(%L);', t.name)
from tables t
where not t.relispartition
  and pg_catalog.obj_description(t.oid, 'pg_class') ~ '(?n)^@append-only( |$)'
  and exists (
      select from (values (8 | 16), (32)) command (bits)
      where command.bits <> all (
          select g.tgtype & command.bits
          from pg_catalog.pg_trigger g
          join pg_catalog.pg_proc p on p.oid = g.tgfoid
          join pg_catalog.pg_namespace n on n.oid = p.pronamespace
          where g.tgrelid = t.oid and g.tgenabled in ('O', 'A')
            and n.nspname = 'croft' and p.proname = 'refuse_change'))
order by 1
