-- title: Every table says in its comment what its rows are
-- severity: warning
-- why: Whoever reads the schema a year later has the comment and nothing else, and so have the
-- generated classes.
select
  'pg_catalog.pg_class'::regclass::oid as classid,
  c.oid as objid,
  0 as objsubid,
  'the comment has no words beside its tags' as problem,
  format(
      'comment on table %s is ''One row for each …%s'';',
      c.oid::regclass,
      (
        select string_agg(E'\n' || tag, '' order by position)
        from regexp_split_to_table(obj_description(c.oid, 'pg_class'), '\n')
          with ordinality line (tag, position)
        where tag like '@%'
      )) as fix
from pg_catalog.pg_class c
where c.relkind in ('r', 'p')
  and not c.relispartition
  and c.relnamespace not in (
    select n.oid
    from pg_catalog.pg_namespace n
    where n.nspname in ('pg_catalog', 'information_schema') or n.nspname like 'pg\_toast%'
  )
  and not exists (
    select
    from regexp_split_to_table(obj_description(c.oid, 'pg_class'), '\n') line
    where line !~ '^(@.*|croft:allow.*|\s*)$'
  )
  and not exists (
    select
    from pg_catalog.pg_depend d
    where d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'
  )
