select
  v.name, 'the materialized view %s holds rows of every tenant',
  'It has no policies, and is filled with the rights of its owner.',
  pg_catalog.format('revoke all on table %s from public, croft_app;', v.name)
from reachable v
where v.relkind = 'm' and exists (
    select from stands_on s join tables t on t.oid = s.source
    where s.view = v.oid and t.scope is distinct from 'global')
order by 1
