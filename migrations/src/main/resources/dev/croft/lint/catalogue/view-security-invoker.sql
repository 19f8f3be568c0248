-- title: A view of fenced tables asks as whoever reads it
-- severity: error
-- why: Otherwise it asks as its owner, past the grants of the reader and the policies for them.
select distinct
  v.classid, v.objid, v.objsubid,
  format('it reads %s as its owner', t.qualified_name) as problem,
  format('alter view %s set (security_invoker = true);', v.qualified_name) as fix
from relations v
join pg_rewrite w on w.ev_class = v.objid
join pg_depend d
  on d.classid = 'pg_rewrite'::regclass and d.objid = w.oid
  and d.refclassid = 'pg_class'::regclass
join tables t on t.objid = d.refobjid and t.scope_kind in ('tenant', 'shared', 'system')
where v.kind = 'v'
  and not coalesce(v.options && array['security_invoker=true', 'security_invoker=on',
      'security_invoker=1', 'security_invoker=yes'], false)
