-- What every rule may select from. Only the parts that a rule names are evaluated.
with recursive me as (
  select r.oid, r.rolname, r.rolsuper
  from pg_catalog.pg_roles r
  where r.rolname = current_user
),
becomes as (
  select
    r.*,
    coalesce(
        (select pg_catalog.pg_get_userbyid(m.member) from pg_catalog.pg_auth_members m
        where m.roleid = r.oid and pg_catalog.pg_has_role(me.oid, m.member, 'MEMBER')
        order by m.member = me.oid desc limit 1),
        me.rolname) as holder
  from pg_catalog.pg_roles r cross join me
  where not me.rolsuper and pg_catalog.pg_has_role(me.oid, r.oid, 'MEMBER')
),
tenant_group as (
  select r.oid from pg_catalog.pg_roles r where r.rolname = 'croft_app'
),
seal (sealed) as (
  select coalesce(
      (select p.prosrc = 'select true'
      from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'croft' and p.proname = 'is_sealed' and p.pronargs = 0), false)
),
setting (expression) as (
  select case
    when seal.sealed then '( SELECT croft.sealed_tenant() AS sealed_tenant)'
    else $$( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid $$
        || $$AS "nullif")$$
  end
  from seal
),
-- The one function that runs as its owner and that sessions may call, if it is as Croft made it.
verifier as (
  select
    p.oid, p.oid::pg_catalog.regprocedure::text as name,
    p.prosecdef and p.provolatile = 's' and not p.proleakproof and l.lanname = 'plpgsql'
      and p.proconfig is not distinct from array['search_path=pg_catalog, pg_temp']
      and p.proowner = keys.relowner
      and pg_catalog.sha256(
          pg_catalog.convert_to(pg_catalog.replace(p.prosrc, E'\r', ''), 'UTF8'))
        = '\x92dd2db4b6f31954f439b996f8d419aec5eaf2d5ee740fde2765c88a6c23fbab' as genuine
  from pg_catalog.pg_proc p
  join pg_catalog.pg_language l on l.oid = p.prolang
  join pg_catalog.pg_namespace n on n.oid = p.pronamespace
  join pg_catalog.pg_class keys
    on keys.relnamespace = n.oid and keys.relname = 'sealing_keys'
  where n.nspname = 'croft' and p.proname = 'sealed_tenant' and p.pronargs = 0
),
relations as (
  select
    c.oid, c.relname, c.relnamespace, n.nspname, c.relkind, c.relowner, c.relacl, c.reloptions, c.relispartition,
    c.oid::pg_catalog.regclass::text as name,
    c.relrowsecurity and c.relforcerowsecurity as forced,
    pg_catalog.pg_has_role(me.oid, c.relowner, 'MEMBER') as owned,
    pg_catalog.substring(
        pg_catalog.obj_description(
            coalesce(pg_catalog.pg_partition_root(c.oid), c.oid), 'pg_class'),
        '(?n)^@scope (.*)$') as tag,
    exists (
        select from pg_catalog.pg_depend d
        where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid
          and d.deptype = 'e') as of_extension
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  cross join me
  where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
),
tables as (
  select
    r.*,
    case
      when r.tag in ('tenant', 'global', 'system') then r.tag
      when r.tag ~ '^shared via [^ ]' then 'shared'
    end as scope,
    case when r.name = 'public.tenants' then 'id' else 'tenant_id' end as tenant_column
  from relations r
  where r.relkind in ('r', 'p', 'f')
),
links as (
  select shared.oid as shared, link.oid as link, k.attname as reference, i.attname as id
  from tables shared
  join tables link on shared.tag = 'shared via ' || link.name
  join pg_catalog.pg_constraint pk
    on pk.contype = 'p' and pk.conrelid = shared.oid and pg_catalog.cardinality(pk.conkey) = 1
  join pg_catalog.pg_constraint c
    on c.contype = 'f' and c.conrelid = link.oid and pg_catalog.cardinality(c.conkey) = 1
    and (c.confrelid = shared.oid and c.confkey = pk.conkey
      or exists (
        select from pg_catalog.pg_constraint own
        where own.contype = 'f' and own.conrelid = shared.oid and own.conkey = pk.conkey
          and own.confrelid = c.confrelid and own.confkey = c.confkey))
  join pg_catalog.pg_attribute k on k.attrelid = link.oid and k.attnum = c.conkey[1]
  join pg_catalog.pg_attribute i on i.attrelid = shared.oid and i.attnum = pk.conkey[1]
  where not shared.relispartition
),
fenced as (
  select
    t.*,
    case t.scope
      when 'tenant' then
        pg_catalog.format('(%I = %s)', t.tenant_column, setting.expression)
      else (
        select pg_catalog.format(
            '(EXISTS ( SELECT FROM %s link WHERE ((link.%I = %s) AND (link.%I = %I.%I))))',
            l.link::pg_catalog.regclass, 'tenant_id', setting.expression, l.reference,
            t.relname, l.id)
        from links l where l.shared = t.oid order by l.reference limit 1)
    end as condition
  from tables t cross join setting
  where t.scope in ('tenant', 'shared')
),
policies as (
  select
    p.oid, p.polrelid, p.polname, p.polpermissive, p.polcmd, p.polroles,
    pg_catalog.regexp_replace(
        pg_catalog.pg_get_expr(p.polqual, p.polrelid), '\s+', ' ', 'g') as reads,
    pg_catalog.regexp_replace(
        pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid), '\s+', ' ', 'g') as writes,
    exists (
        select from pg_catalog.unnest(p.polroles) role cross join me
        where case
          when role = 0 then true
          when me.rolsuper then role = (select g.oid from tenant_group g)
          else pg_catalog.pg_has_role(me.oid, role, 'MEMBER') end) as applies,
    exists (
        select from pg_catalog.unnest(p.polroles) role cross join me cross join tenant_group
        where role <> 0 and pg_catalog.pg_has_role(me.oid, role, 'MEMBER')
          and not pg_catalog.pg_has_role(role, tenant_group.oid, 'USAGE')) as beside_the_guard
  from pg_catalog.pg_policy p
),
guards as (
  select p.polrelid, p.writes
  from policies p join fenced f on f.oid = p.polrelid cross join tenant_group
  where not p.polpermissive and p.polcmd = '*' and p.reads = f.condition
    and coalesce(p.writes, p.reads) = f.condition
    and (p.polroles @> array[0::pg_catalog.oid] or p.polroles @> array[tenant_group.oid])
),
grants as (
  select
    t.oid, t.name, t.scope, t.tag, t.relkind, t.owned, t.tenant_column, t.relispartition,
    t.of_extension, a.attname as column_name, acl.grantee, acl.privilege_type as privilege,
    acl.is_grantable,
    case acl.grantee when 0 then 'public'
      else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(acl.grantee)) end as grantee_name
  from tables t
  cross join me
  join lateral (
    select null::pg_catalog.name as attname, t.relacl as acl
    union all
    select a.attname, a.attacl from pg_catalog.pg_attribute a
    where a.attrelid = t.oid and not a.attisdropped and a.attacl is not null) a on true
  cross join lateral pg_catalog.aclexplode(a.acl) acl
  where not t.owned
    and case acl.grantee when 0 then true
      else pg_catalog.pg_has_role(me.oid, acl.grantee, 'MEMBER') end
),
reachable as (
  select r.*
  from relations r cross join me
  where r.relkind in ('v', 'm') and not r.owned and not r.of_extension
    and exists (
        select
        from (
          select r.relacl as acl
          union all
          select a.attacl from pg_catalog.pg_attribute a
          where a.attrelid = r.oid and a.attacl is not null) a
        cross join lateral pg_catalog.aclexplode(a.acl) acl
        where case acl.grantee when 0 then true
          else pg_catalog.pg_has_role(me.oid, acl.grantee, 'MEMBER') end)
),
sources (view, source) as (
  select distinct w.ev_class, d.refobjid
  from pg_catalog.pg_rewrite w
  join pg_catalog.pg_depend d
    on d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass and d.objid = w.oid
    and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjid <> w.ev_class
),
stands_on (view, source) as (
  select s.view, s.source from sources s
  union
  select o.view, s.source from stands_on o join sources s on s.view = o.source
),
functions as (
  select
    p.*, p.oid::pg_catalog.regprocedure::text as name,
    case p.prokind when 'p' then 'procedure' else 'function' end as kind,
    owner.rolsuper or owner.rolbypassrls as privileged,
    p.prorettype = 'pg_catalog.trigger'::pg_catalog.regtype as is_trigger,
    pg_catalog.has_function_privilege(me.oid, p.oid, 'EXECUTE') as executable
  from pg_catalog.pg_proc p
  join pg_catalog.pg_namespace n on n.oid = p.pronamespace
  join pg_catalog.pg_roles owner on owner.oid = p.proowner
  cross join me
  where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    and not pg_catalog.pg_has_role(me.oid, p.proowner, 'MEMBER')
    and not exists (
        select from pg_catalog.pg_depend d
        where d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass and d.objid = p.oid
          and d.deptype = 'e')
),
defaults as (
  select s.name, s.reset_val as value from pg_catalog.pg_settings s
),
named as (
  select n.oid
  from defaults d
  cross join me
  cross join lateral pg_catalog.string_to_table(d.value, ',') part
  join pg_catalog.pg_namespace n
    on n.nspname = pg_catalog.replace(pg_catalog.btrim(part, ' "'), '$user', me.rolname)
  where d.name = 'search_path' and n.nspname <> 'pg_catalog'
),
classes as (
  select k.schema_name, k.table_name, k.scope, k.column_name
  from rows from (
      pg_catalog.unnest(?::pg_catalog.text[]), pg_catalog.unnest(?::pg_catalog.text[]),
      pg_catalog.unnest(?::pg_catalog.text[]), pg_catalog.unnest(?::pg_catalog.text[]))
      k (schema_name, table_name, scope, column_name)
)
