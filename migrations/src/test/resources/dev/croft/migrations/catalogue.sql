-- Everything in the catalogue that a changeset may change, one fact a row.
-- Privileges are written out, since "never changed" and "as by default" mean the same.
with
  own_schemas as (
    select n.*
    from pg_namespace n
    where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'croft_migrations')
  ),
  privileges as (
    select 'database' as kind, 'this' as object,
      coalesce(d.datacl, acldefault('d', d.datdba)) as acl
    from pg_database d where d.datname = current_database()
    union all
    select 'schema', n.nspname, coalesce(n.nspacl, acldefault('n', n.nspowner)) from own_schemas n
    union all
    select 'relation', c.oid::regclass::text,
      coalesce(c.relacl, acldefault(case c.relkind when 'S' then 's' else 'r' end::"char", c.relowner))
    from pg_class c join own_schemas n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
    union all
    select 'column', c.oid::regclass || '.' || a.attname, a.attacl
    from pg_attribute a join pg_class c on c.oid = a.attrelid
      join own_schemas n on n.oid = c.relnamespace
    where a.attacl is not null
    union all
    select 'routine', p.oid::regprocedure::text, coalesce(p.proacl, acldefault('f', p.proowner))
    from pg_proc p join own_schemas n on n.oid = p.pronamespace
    union all
    select 'type', t.oid::regtype::text, coalesce(t.typacl, acldefault('T', t.typowner))
    from pg_type t join own_schemas n on n.oid = t.typnamespace
    where t.typtype in ('d', 'e', 'r')
    union all
    select 'default', concat(d.defaclrole::regrole, ' ', d.defaclnamespace, ' ', d.defaclobjtype),
      d.defaclacl
    from pg_default_acl d
  ),
  facts (kind, object, fact) as (
    select 'schema', n.nspname, 'owner ' || n.nspowner::regrole from own_schemas n
    union all
    select 'relation', c.oid::regclass::text,
      concat_ws(' ', c.relkind, c.relpersistence, 'owner', c.relowner::regrole, c.relrowsecurity,
        c.relforcerowsecurity, c.relreplident, c.reloptions::text,
        pg_get_expr(c.relpartbound, c.oid), pg_get_partkeydef(c.oid),
        case when c.relkind in ('v', 'm') then pg_get_viewdef(c.oid) end)
    from pg_class c join own_schemas n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
    union all
    select 'column', c.oid::regclass || '.' || a.attname,
      concat_ws(' ', format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
        a.attgenerated, a.attstorage, a.attcollation, a.attoptions::text,
        pg_get_expr(d.adbin, d.adrelid))
    from pg_attribute a join pg_class c on c.oid = a.attrelid
      join own_schemas n on n.oid = c.relnamespace
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p', 'v', 'm', 'f', 'c')
    union all
    select 'sequence', s.seqrelid::regclass::text, to_jsonb(s)::text
    from (select seqrelid, seqtypid::regtype, seqstart, seqincrement, seqmax, seqmin, seqcache,
            seqcycle from pg_sequence) s
    union all
    select 'constraint', concat(nullif(c.conrelid, 0)::regclass, c.contypid::regtype, ' ', c.conname),
      concat_ws(' ', pg_get_constraintdef(c.oid), c.convalidated)
    from pg_constraint c join own_schemas n on n.oid = c.connamespace
    union all
    select 'index', i.indexrelid::regclass::text,
      concat_ws(' ', pg_get_indexdef(i.indexrelid), i.indisvalid, i.indisclustered, i.indisreplident)
    from pg_index i join pg_class c on c.oid = i.indexrelid
      join own_schemas n on n.oid = c.relnamespace
    union all
    select 'policy', concat(p.schemaname, '.', p.tablename, ' ', p.policyname), to_jsonb(p)::text
    from pg_policies p
    union all
    select 'trigger', concat(t.tgrelid::regclass, ' ', t.tgname),
      concat_ws(' ', pg_get_triggerdef(t.oid), t.tgenabled)
    from pg_trigger t where not t.tgisinternal
    union all
    select 'event trigger', e.evtname, concat_ws(' ', e.evtevent, e.evtfoid::regproc, e.evtenabled)
    from pg_event_trigger e
    union all
    select 'routine', p.oid::regprocedure::text,
      concat_ws(' ', 'owner', p.proowner::regrole, p.prosecdef, p.proleakproof, p.provolatile,
        p.proparallel, p.proconfig::text,
        case when p.prokind in ('f', 'p') then pg_get_functiondef(p.oid) end)
    from pg_proc p join own_schemas n on n.oid = p.pronamespace
    union all
    select 'type', t.oid::regtype::text,
      concat_ws(' ', t.typtype, t.typowner::regrole, t.typnotnull, t.typdefault,
        (select string_agg(e.enumlabel, ',' order by e.enumsortorder)
          from pg_enum e where e.enumtypid = t.oid))
    from pg_type t join own_schemas n on n.oid = t.typnamespace
    where t.typtype in ('d', 'e', 'r')
    union all
    select 'statistics', s.oid::regclass::text, pg_get_statisticsobjdef(s.oid)
    from pg_statistic_ext s join own_schemas n on n.oid = s.stxnamespace
    union all
    select 'rule', concat(r.ev_class::regclass, ' ', r.rulename), pg_get_ruledef(r.oid)
    from pg_rewrite r join pg_class c on c.oid = r.ev_class
      join own_schemas n on n.oid = c.relnamespace
    where r.rulename <> '_RETURN'
    union all
    select 'extension', e.extname, e.extversion from pg_extension e
    union all
    select 'comment', concat(o.type, ' ', o.identity), d.description
    from pg_description d
      cross join lateral pg_identify_object(d.classoid, d.objoid, d.objsubid) o
    -- What PostgreSQL itself describes is thousands of objects, which take a second to name.
    where (d.objoid >= 16384 or d.classoid = 'pg_namespace'::regclass)
      and (o.schema in (select nspname from own_schemas)
      or o.type = 'schema' and o.name in (select nspname from own_schemas)
      or o.identity ~ ('^(' || (select string_agg(nspname, '|') from own_schemas) || ')\.')
      or strpos(o.identity, ' on ') > 0 and o.schema is null)
    union all
    select 'role', r.rolname,
      concat_ws(' ', r.rolsuper, r.rolinherit, r.rolcreaterole, r.rolcreatedb, r.rolreplication,
        r.rolbypassrls, r.rolconnlimit, shobj_description(r.oid, 'pg_authid'))
    from pg_roles r where not r.rolcanlogin and r.rolname !~ '^pg_'
    union all
    select 'member', concat(m.member::regrole, ' of ', m.roleid::regrole),
      concat_ws(' ', 'granted by', m.grantor::regrole, m.admin_option)
    from pg_auth_members m where m.roleid::regrole::text !~ '^pg_'
    union all
    select 'setting', concat(s.setrole::regrole, ' in ', d.datname), s.setconfig::text
    from pg_db_role_setting s left join pg_database d on d.oid = s.setdatabase
    union all
    select 'rows', c.oid::regclass::text,
      (xpath('/row/n/text()',
        query_to_xml('select count(*) as n from ' || c.oid::regclass, false, true, '')))[1]::text
    from pg_class c join own_schemas n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p')
    union all
    select p.kind, p.object,
      concat('grant ', a.privilege_type, ' to ', coalesce(g.rolname, 'public'), ' by ', a.grantor::regrole,
        case when a.is_grantable then ' with grant option' end)
    from privileges p
      cross join lateral aclexplode(p.acl) a
      left join pg_roles g on g.oid = a.grantee
  )
select concat_ws(' | ', kind, object, fact) from facts
