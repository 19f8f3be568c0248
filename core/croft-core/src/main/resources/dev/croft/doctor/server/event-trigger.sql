select
  e.evtname, 'event trigger %s acts on what is not its own',
  'It runs at each login or each migration, with rights to undo a fence or to enter a tenant.',
  pg_catalog.format('drop event trigger %I; Or review it.', e.evtname)
from pg_catalog.pg_event_trigger e
where e.evtenabled <> 'D' and not exists (
    select from pg_catalog.pg_depend d
    where d.classid = 'pg_catalog.pg_event_trigger'::pg_catalog.regclass and d.objid = e.oid
      and d.deptype = 'e')
order by 1
