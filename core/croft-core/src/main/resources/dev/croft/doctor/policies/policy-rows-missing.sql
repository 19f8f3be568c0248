select
  f.name, 'no policy shows croft_app the rows of its tenant on %s',
  'Tenant sessions find the table empty.',
  case f.scope
    when 'tenant' then pg_catalog.format('select croft.tenant_table(%L%s);', f.name,
        case f.tenant_column when 'tenant_id' then '' else ', ''' || f.tenant_column || '''' end)
    else pg_catalog.format('select croft.shared_table(%L, %L);', f.name,
        pg_catalog.substring(f.tag, '^shared via (.*)$')) end
from fenced f
where not f.relispartition and not exists (
    select from policies p
    where p.polrelid = f.oid and p.polpermissive and p.polcmd = '*' and p.applies
      and p.reads = f.condition)
order by 1
