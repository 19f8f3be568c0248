-- What the rules ask about, by the words that they use: each of these a name in their queries.
-- Not asked: what is the server's, an extension's, or Liquibase's own.
with
schemas as (
  select 'pg_namespace'::regclass as classid, n.oid as objid, 0 as objsubid, n.nspname as name
  from pg_namespace n
  where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'croft_migrations')
    and not exists (
      select from pg_depend d
      where d.classid = 'pg_namespace'::regclass and d.objid = n.oid and d.deptype = 'e')
),
relations as (
  select
    'pg_class'::regclass as classid, c.oid as objid, 0 as objsubid,
    c.relname as name, s.name as schema_name, c.oid::regclass::text as qualified_name,
    c.relkind as kind, c.relispartition as is_partition, c.relpersistence as persistence,
    c.relrowsecurity as has_row_security, c.relforcerowsecurity as is_row_security_forced,
    c.relreplident as replica_identity, c.reloptions as options, c.relacl as privileges,
    c.relowner as owner, coalesce(obj_description(c.oid, 'pg_class'), '') as comment
  from pg_class c
  join schemas s on s.objid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm')
    and c.relname not in ('databasechangelog', 'databasechangeloglock')
    and not exists (
      select from pg_depend d
      where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
),
-- Every line of a comment that begins with @: the word behind it, and the rest of the line.
tags as (
  select
    d.classoid as classid, d.objoid as objid, d.objsubid, found[1] as name,
    trim(coalesce(found[2], '')) as value
  from pg_description d
  cross join regexp_matches(d.description, '^@([^ \n]*)(?: (.*))?$', 'gn') found
  where d.description like '%@%'
),
tables as (
  select
    r.*, scope.value as scope, split_part(scope.value, ' ', 1) as scope_kind,
    exists (
      select from tags g
      where g.classid = r.classid and g.objid = r.objid and g.objsubid = 0
        and g.name = 'append-only') as is_append_only,
    case when r.qualified_name = 'public.tenants' then 'id' else 'tenant_id' end::name
      as tenant_column,
    -- What gives the table the fence of its scope, or gives it again.
    case split_part(scope.value, ' ', 1)
      when 'tenant' then
        case when r.qualified_name = 'public.tenants'
          then 'select croft.tenant_table(''public.tenants'', tenant_column => ''id'');'
          else format('select croft.tenant_table(%L);', r.qualified_name) end
      when 'shared' then
        format('select croft.shared_table(%L, %L);',
            r.qualified_name, split_part(scope.value, ' ', 3))
      when 'global' then format('select croft.global_table(%L);', r.qualified_name)
      when 'system' then format('select croft.system_table(%L);', r.qualified_name)
    end as scope_call,
    -- The owner, as whom changelogs run, sees no row of a fenced table.
    case when split_part(scope.value, ' ', 1) in ('tenant', 'shared', 'system')
      then format(E'alter table %s no force row level security;\n', r.qualified_name)
      else '' end as owner_sees,
    case when split_part(scope.value, ' ', 1) in ('tenant', 'shared', 'system')
      then format(E'alter table %s force row level security;\n', r.qualified_name)
      else '' end as owner_is_fenced
  from relations r
  left join lateral (
    select string_agg(g.value, ', ') as value
    from tags g
    where g.classid = r.classid and g.objid = r.objid and g.objsubid = 0 and g.name = 'scope'
  ) scope on true
  where r.kind in ('r', 'p') and not r.is_partition
),
columns as (
  select
    t.classid, t.objid, a.attnum::integer as objsubid, a.attname as name,
    t.qualified_name as table_name, t.scope_kind, t.is_append_only,
    format('%s.%I', t.qualified_name, a.attname) as qualified_name,
    coalesce(nullif(y.typbasetype, 0), y.oid)::regtype as type,
    format_type(a.atttypid, a.atttypmod) as type_name, y.typcategory as type_category,
    a.attnotnull as is_required, a.attidentity as identity_kind, a.attgenerated as generated_kind,
    e.oid as default_id, pg_get_expr(e.adbin, e.adrelid) as default_expression,
    coalesce(col_description(a.attrelid, a.attnum), '') as comment
  from tables t
  join pg_attribute a on a.attrelid = t.objid and a.attnum > 0 and not a.attisdropped
  join pg_type y on y.oid = a.atttypid
  left join pg_attrdef e on e.adrelid = a.attrelid and e.adnum = a.attnum
),
constraints as (
  select
    'pg_constraint'::regclass as classid, k.oid as objid, 0 as objsubid, k.conname as name,
    t.objid as table_id, t.qualified_name as table_name, t.name as table_own_name, t.scope_kind,
    t.tenant_column, k.contype as kind, k.conkey as numbers, k.confrelid as referenced_id,
    k.confkey as referenced_numbers, k.confdeltype as on_delete, k.confdelsetcols as set_numbers,
    k.condeferrable as is_deferrable, k.convalidated as is_validated, k.conbin as expression,
    pg_get_constraintdef(k.oid) as definition,
    array(
      select a.attname from unnest(k.conkey) with ordinality c (number, position)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = c.number
      order by c.position) as column_names,
    array(
      select a.attname from unnest(k.confkey) with ordinality c (number, position)
      join pg_attribute a on a.attrelid = k.confrelid and a.attnum = c.number
      order by c.position) as referenced_names
  from pg_constraint k
  join tables t on t.objid = k.conrelid
  where k.conparentid = 0 and k.coninhcount = 0
),
primary_keys as (
  select k.* from constraints k where k.kind = 'p'
),
foreign_keys as (
  select k.*, k.referenced_id::regclass::text as referenced_name
  from constraints k where k.kind = 'f'
),
indexes as (
  select
    'pg_class'::regclass as classid, i.indexrelid as objid, 0 as objsubid, x.relname as name,
    i.indexrelid::regclass::text as qualified_name, i.indrelid as table_id,
    t.qualified_name as table_name, t.scope_kind, t.tenant_column, m.amname as method,
    i.indisunique as is_unique, i.indisprimary as is_primary, i.indisexclusion as is_exclusion,
    i.indisvalid and i.indisready as is_valid, i.indnkeyatts as width,
    i.indkey::smallint[] as numbers, i.indclass::oid[] as operator_classes,
    i.indcollation::oid[] as collations, i.indoption::smallint[] as orders,
    coalesce(pg_get_expr(i.indexprs, i.indrelid), '') as expressions,
    coalesce(pg_get_expr(i.indpred, i.indrelid), '') as predicate,
    k.objid as constraint_id, pg_get_indexdef(i.indexrelid) as definition,
    array(
      select coalesce(a.attname, '')
      from unnest((i.indkey::smallint[])[0:i.indnkeyatts - 1]) with ordinality c (number, position)
      left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = c.number and c.number > 0
      order by c.position) as column_names
  from pg_index i
  join tables t on t.objid = i.indrelid
  join pg_class x on x.oid = i.indexrelid
  join pg_am m on m.oid = x.relam
  left join constraints k
    on k.objid = (select c.oid from pg_constraint c
      where c.conindid = i.indexrelid and c.contype in ('p', 'u', 'x'))
)
