select
  f.name, 'no guard binds croft_app to its tenant on %s',
  'Without the restrictive policy, one careless permissive policy opens the table.',
  case f.scope
    when 'tenant' then pg_catalog.format('select croft.tenant_table(%L%s);', f.name,
        case f.tenant_column when 'tenant_id' then '' else ', ''' || f.tenant_column || '''' end)
    else pg_catalog.format('select croft.shared_table(%L, %L);', f.name,
        pg_catalog.substring(f.tag, '^shared via (.*)$')) end
from fenced f
where not f.relispartition and not exists (select from guards g where g.polrelid = f.oid)
order by 1
