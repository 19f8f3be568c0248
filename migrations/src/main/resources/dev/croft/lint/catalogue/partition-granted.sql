-- title: Nothing is granted on a partition
-- severity: error
-- why: A partition that is read directly is not asked for the policies of its table.
select
  p.classid, p.objid, p.objsubid,
  format('%s has %s', grantee.name,
      string_agg(g.privilege_type, ', ' order by g.privilege_type)) as problem,
  format('revoke all on table %s from %s;', p.qualified_name, grantee.name) as fix
from relations p
cross join lateral aclexplode(p.privileges) g
left join pg_roles o on o.oid = g.grantee
cross join lateral (select coalesce(quote_ident(o.rolname), 'public') as name) grantee
where p.is_partition and g.grantee <> p.owner
group by p.classid, p.objid, p.objsubid, p.qualified_name, grantee.name
