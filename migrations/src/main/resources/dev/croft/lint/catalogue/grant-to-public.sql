-- title: Nothing is granted to PUBLIC
-- severity: error
-- why: Every login of the server is in it: one of another service, one for metrics.
select
  r.classid, r.objid, r.objsubid,
  format('%s is granted to PUBLIC',
      string_agg(distinct g.privilege_type, ', ' order by g.privilege_type)) as problem,
  format('revoke all on table %s from public;', r.qualified_name) as fix
from relations r
cross join lateral aclexplode(r.privileges) g
where g.grantee = 0
group by r.classid, r.objid, r.objsubid, r.qualified_name
