-- Everything but the schema public itself, and what belongs to extensions, which may need a
-- superuser to come back. DROP OWNED would refuse for the superuser of the cluster. All is named
-- before the first is dropped, for what a cascade has taken along has no name any more.
do $drop$
declare
  statement text;
  statements text[] := array(
    select pg_catalog.format('drop schema if exists %I cascade', n.nspname)
    from pg_catalog.pg_namespace n
    where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')
      and not exists (
        select from pg_catalog.pg_depend d
        where d.classid = 'pg_catalog.pg_namespace'::regclass and d.objid = n.oid
          and d.deptype = 'e')
    union all
    select pg_catalog.format('drop %s if exists %s cascade',
      case c.relkind when 'v' then 'view' when 'm' then 'materialized view'
        when 'S' then 'sequence' when 'f' then 'foreign table' else 'table' end,
      c.oid::regclass)
    from pg_catalog.pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
      and not c.relispartition
      and not exists (
        select from pg_catalog.pg_depend d
        where d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid
          and (d.deptype = 'e' or c.relkind = 'S' and d.deptype in ('a', 'i')))
    union all
    select pg_catalog.format('drop routine if exists %s cascade', p.oid::regprocedure)
    from pg_catalog.pg_proc p
    where p.pronamespace = 'public'::regnamespace
      and not exists (
        select from pg_catalog.pg_depend d
        where d.classid = 'pg_catalog.pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
    union all
    select pg_catalog.format('drop type if exists %s cascade', t.oid::regtype)
    from pg_catalog.pg_type t
    left join pg_catalog.pg_class c on c.oid = t.typrelid
    where t.typnamespace = 'public'::regnamespace
      and (t.typtype in ('d', 'e', 'r') or c.relkind = 'c')
      and not exists (
        select from pg_catalog.pg_depend d
        where d.classid = 'pg_catalog.pg_type'::regclass and d.objid = t.oid
          and d.deptype = 'e'));
begin
  foreach statement in array statements loop
    execute statement;
  end loop;
end
$drop$;
