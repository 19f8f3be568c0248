select distinct
  r.name,
  pg_catalog.format('the generated class of %%s says "%s", the database says "%s"', k.scope,
      live.scope),
  'The predicate follows the class, the policy follows the database: one of them is wrong.',
  'apply the changelogs that the classes were generated from, or generate them again.'
from classes k
join relations r on r.nspname = k.schema_name and r.relname = k.table_name
left join tables t on t.oid = r.oid
cross join lateral (
  select coalesce(
      case t.scope
        when 'tenant' then 'tenant by ' || t.tenant_column
        when 'shared' then (
          select pg_catalog.format('shared via %s by %s', link.name, l.reference)
          from links l join tables link on link.oid = l.link
          where l.shared = t.oid order by l.reference limit 1)
        else t.scope end,
      r.tag, 'no scope') as scope) live
where case when t.oid is null then pg_catalog.split_part(k.scope, ' ', 1) else k.scope end
  <> case when t.oid is null then pg_catalog.split_part(live.scope, ' ', 1) else live.scope end
order by 1
