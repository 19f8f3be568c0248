-- The tables that hold rows of an application, each with whether the one who asks sees all of them.
-- Hidden is what a policy for SELECT, other than "true", could keep back.
select
  c.oid::regclass::text as name,
  has_table_privilege(c.oid, 'select') as is_readable,
  row_security_active(c.oid) and (
    not exists (
      select from pg_policy p
      where p.polrelid = c.oid and p.polcmd in ('r', '*') and p.polpermissive
        and pg_get_expr(p.polqual, c.oid) = 'true'
        and exists (
          select from unnest(p.polroles) r (role)
          where r.role = 0 or pg_has_role(r.role, 'usage')))
    or exists (
      select from pg_policy p
      where p.polrelid = c.oid and p.polcmd in ('r', '*') and not p.polpermissive
        and pg_get_expr(p.polqual, c.oid) <> 'true'
        and exists (
          select from unnest(p.polroles) r (role)
          where r.role = 0 or pg_has_role(r.role, 'usage')))) as is_hidden,
  case c.relkind
    when 'r' then greatest(c.reltuples, 0)::bigint
    else (
      select coalesce(sum(greatest(m.reltuples, 0)), 0)::bigint
      from pg_partition_tree(c.oid) part
      join pg_class m on m.oid = part.relid and part.isleaf)
  end as estimated_rows
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence <> 't'
  and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'croft_migrations')
  and c.relname not in ('databasechangelog', 'databasechangeloglock')
  and not exists (
    select from pg_depend d
    where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
order by c.oid::regclass::text
