-- title: A changed row is told to replicas by its key
-- severity: warning
-- why: A tenant moves between databases by replication. Without an identity its updates fail; with
-- all columns as the identity each one searches the table.
select
  t.classid, t.objid, t.objsubid,
  case t.replica_identity when 'n' then 'its replica identity is nothing'
    else 'its replica identity is the full row' end as problem,
  format('alter table %s replica identity default;', t.qualified_name) as fix
from tables t
where t.replica_identity in ('n', 'f')
