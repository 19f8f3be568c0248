select current_setting('server_version'),
  (select array_agg(n.nspname::text order by n.nspname <> 'public', n.nspname collate "C")
    from pg_namespace n
    where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'croft_migrations')
      and exists (
        select from pg_class c
        where c.relnamespace = n.oid and c.relkind in ('r', 'p', 'v', 'm', 'f')
          and not c.relispartition
          and not exists (
            select from pg_depend d
            where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'))),
  case when coalesce(
      has_schema_privilege(to_regnamespace('croft_migrations')::oid, 'usage'), false)
    then coalesce(
      has_table_privilege(to_regclass('croft_migrations.databasechangelog')::oid, 'select'), false)
    else false
  end
