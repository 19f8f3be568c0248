-- What schemas hold besides rows, one fact a row, with ${schema} for the name of the schema.
with own as (
  select n.oid, n.nspname as name from pg_namespace n where n.nspname = any (?)
),
relations as (
  select own.oid as schema, own.name, c.*
  from own join pg_class c on c.relnamespace = own.oid
  where c.relname not in ('databasechangelog', 'unfinished_changesets')
),
facts (schema, fact) as (
  select r.name, concat_ws(' ', 'relation', r.relname, r.relkind, 'row security', r.relrowsecurity,
    r.relforcerowsecurity, case when r.relkind in ('v', 'm') then pg_get_viewdef(r.oid) end)
  from relations r where r.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
  union all
  select r.name, concat_ws(' ', 'column', r.relname || '.' || a.attname,
    format_type(a.atttypid, a.atttypmod), case when a.attnotnull then 'not null' end,
    pg_get_expr(d.adbin, d.adrelid))
  from relations r
    join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where r.relkind in ('r', 'p', 'v', 'm', 'f')
  union all
  select r.name, concat_ws(' ', 'constraint', c.conname, 'on', r.relname, pg_get_constraintdef(c.oid),
    case when not c.convalidated then 'not valid' end)
  from relations r join pg_constraint c on c.conrelid = r.oid
  union all
  select r.name, concat_ws(' ', 'index', pg_get_indexdef(i.indexrelid),
    case when not i.indisvalid then 'invalid' end)
  from relations r join pg_index i on i.indrelid = r.oid
  union all
  select r.name, concat_ws(' ', 'policy', p.polname, 'on', r.relname, p.polcmd, p.polpermissive,
    pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
  from relations r join pg_policy p on p.polrelid = r.oid
  union all
  select r.name, concat_ws(' ', 'trigger', pg_get_triggerdef(t.oid), t.tgenabled)
  from relations r join pg_trigger t on t.tgrelid = r.oid and not t.tgisinternal
  union all
  select r.name, concat_ws(' ', 'grant', a.privilege_type, 'on', r.relname, 'to',
    coalesce(g.rolname, 'public'))
  from relations r cross join lateral aclexplode(r.relacl) a left join pg_roles g on g.oid = a.grantee
  union all
  select own.name, concat_ws(' ', 'routine', pg_get_functiondef(p.oid))
  from own join pg_proc p on p.pronamespace = own.oid and p.prokind in ('f', 'p')
)
select f.schema, regexp_replace(f.fact, '\m' || f.schema || '\M', '${schema}', 'g')
from facts f
