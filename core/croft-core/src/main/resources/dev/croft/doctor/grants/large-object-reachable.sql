select
  l.oid::text, 'a tenant session may reach large object %s',
  'Large objects have no policies: who may read one reads it for every tenant.',
  pg_catalog.format('revoke all on large object %s from %s;', l.oid,
      case acl.grantee when 0 then 'public'
        else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(acl.grantee)) end)
from pg_catalog.pg_largeobject_metadata l
cross join me
cross join lateral pg_catalog.aclexplode(
    coalesce(l.lomacl, pg_catalog.acldefault('L', l.lomowner))) acl
where not me.rolsuper
  and case acl.grantee when 0 then true
    else pg_catalog.pg_has_role(me.oid, acl.grantee, 'MEMBER') end
order by l.oid limit 10
