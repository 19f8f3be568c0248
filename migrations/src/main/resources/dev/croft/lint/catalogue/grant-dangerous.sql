-- title: No session may truncate a table, refer to it or put triggers on it
-- severity: error
-- why: TRUNCATE asks no policy, a reference tells whether a row is there, a trigger runs its
-- author's code as whoever writes.
select
  r.classid, r.objid, r.objsubid,
  format('%s has %s', o.rolname,
      string_agg(distinct g.privilege_type, ', ' order by g.privilege_type)) as problem,
  format('revoke %s on table %s from %I;',
      string_agg(distinct g.privilege_type, ', ' order by g.privilege_type),
      r.qualified_name, o.rolname) as fix
from relations r
cross join lateral aclexplode(r.privileges) g
join pg_roles o on o.oid = g.grantee and g.grantee <> r.owner
where g.privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN')
group by r.classid, r.objid, r.objsubid, r.qualified_name, o.rolname
