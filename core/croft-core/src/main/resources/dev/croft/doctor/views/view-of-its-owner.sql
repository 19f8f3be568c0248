select
  v.name, 'the view %s reads tables with the rights of its owner',
  'The policies of tenant sessions are not asked.',
  pg_catalog.format('alter view %s set (security_invoker = true);', v.name)
from reachable v
where v.relkind = 'v'
  and not exists (
      select from pg_catalog.unnest(v.reloptions) o
      where pg_catalog.split_part(o, '=', 1) = 'security_invoker'
        and pg_catalog.split_part(o, '=', 2)::boolean)
  and (
    exists (
        select from stands_on s join tables t on t.oid = s.source
        where s.view = v.oid and t.scope is distinct from 'global')
    or exists (
        select
        from pg_catalog.pg_rewrite w
        join pg_catalog.pg_depend d
          on d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass and d.objid = w.oid
          and d.refclassid = 'pg_catalog.pg_proc'::pg_catalog.regclass
        join functions f on f.oid = d.refobjid
        where f.prosecdef
          and (w.ev_class = v.oid
            or w.ev_class in (select s.source from stands_on s where s.view = v.oid))))
order by 1
