select
  f.name, 'row-level security is not enabled and forced on %s',
  case when f.relispartition
    then 'A partition that is read directly asks its own row-level security, not its parent''s.'
    else 'Without it the policies of the table are not asked.' end,
  case f.relkind when 'f' then pg_catalog.format(
      'keep rows of tenants in ordinary tables: drop foreign table %s;', f.name)
  else pg_catalog.format(
      'alter table %s enable row level security, force row level security;', f.name) end
from fenced f where not f.forced
order by 1
