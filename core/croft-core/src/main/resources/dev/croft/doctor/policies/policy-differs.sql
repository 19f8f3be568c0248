select
  pg_catalog.format('%I on %s', p.polname, f.name),
  'the policy %s is not what the table''s scope asks for',
  case
    when seal.sealed and p.reads ~ '\mcurrent_setting\M' and p.polname <> 'system_rows'
      then 'The database is sealed, and this policy believes a setting that anybody can make.'
    when p.reads ~ '\mOR\M' or p.writes ~ '\mOR\M' then 'An OR opens a second way in.'
    when coalesce(p.reads, '') || coalesce(p.writes, '') ~ 'current_setting\(''(?!app\.tenant_id'')'
      then 'It asks another setting than app.tenant_id.'
    else 'Croft makes that policy; somebody changed it.' end,
  case f.scope
    when 'tenant' then pg_catalog.format('select croft.tenant_table(%L%s);', f.name,
        case f.tenant_column when 'tenant_id' then '' else ', ''' || f.tenant_column || '''' end)
    else pg_catalog.format('select croft.shared_table(%L, %L);', f.name,
        pg_catalog.substring(f.tag, '^shared via (.*)$')) end
from policies p join fenced f on f.oid = p.polrelid cross join tenant_group cross join seal
where case p.polname
    when 'system_rows' then p.applies
    when 'tenant_rows' then not (p.polpermissive and p.polcmd = '*')
      or p.polroles <> array[tenant_group.oid]
      or p.reads is distinct from f.condition
      or coalesce(p.writes, p.reads) is distinct from f.condition
    when 'tenant_guard' then p.polpermissive or p.polcmd <> '*'
      or p.reads is distinct from f.condition
      or coalesce(p.writes, p.reads) is distinct from f.condition
    else false end
  and not f.relispartition and not exists (
      select from me join becomes b on b.rolname = 'croft_admin' where p.polname = 'system_rows')
order by 1
