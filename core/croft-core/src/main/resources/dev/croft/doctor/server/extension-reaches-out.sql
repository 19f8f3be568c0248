select
  e.extname, 'tenant sessions may use extension %s',
  case e.extname when 'dblink' then 'It opens connections of its own, which no fence knows.'
    else 'All tenants share one login: each reads there the statements of the others.' end,
  pg_catalog.format('drop extension %I; Or revoke what it grants from public.', e.extname)
from pg_catalog.pg_extension e
cross join me
where not me.rolsuper and e.extname in ('dblink', 'pg_stat_statements', 'pg_stat_monitor')
  and exists (
      select
      from pg_catalog.pg_depend d
      left join pg_catalog.pg_class c
        on d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and c.oid = d.objid
      left join pg_catalog.pg_proc p
        on d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass and p.oid = d.objid
      where d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass and d.refobjid = e.oid
        and d.deptype = 'e'
        and case e.extname
          when 'dblink' then pg_catalog.has_function_privilege(me.oid, p.oid, 'EXECUTE')
          else c.relkind = 'v' and pg_catalog.has_table_privilege(me.oid, c.oid, 'SELECT') end)
order by 1
