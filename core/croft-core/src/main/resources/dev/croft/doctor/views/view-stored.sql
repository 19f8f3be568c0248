select
  v.name, 'the materialized view %s holds rows of every tenant',
  'It has no policies, and is filled with the rights of its owner.',
  pg_catalog.format('revoke all on table %s from public, croft_app;', v.name)
from reachable v
where v.relkind = 'm'
  and (exists (
      select from stands_on s join tables t on t.oid = s.source
      where s.view = v.oid and t.scope is distinct from 'global')
    or exists (
      select
      from pg_catalog.pg_rewrite w
      join pg_catalog.pg_depend d
        on d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass and d.objid = w.oid
        and d.refclassid = 'pg_catalog.pg_proc'::pg_catalog.regclass
      where w.ev_class = v.oid
        or w.ev_class in (select s.source from stands_on s where s.view = v.oid)))
order by 1
