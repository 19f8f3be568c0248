-- title: No materialized view holds rows of fenced tables
-- severity: error
-- why: It is a copy without row-level security, of all tenants' rows.
select distinct
  v.classid, v.objid, v.objsubid,
  format('it stores what %s holds', t.qualified_name) as problem,
  format('drop materialized view %s;', v.qualified_name) as fix
from relations v
join pg_rewrite w on w.ev_class = v.objid
join pg_depend d
  on d.classid = 'pg_rewrite'::regclass and d.objid = w.oid
  and d.refclassid = 'pg_class'::regclass
join tables t on t.objid = d.refobjid and t.scope_kind in ('tenant', 'shared', 'system')
where v.kind = 'm'
