select distinct
  c.oid::pg_catalog.regclass::text, 'a tenant session may reach %s of PostgreSQL''s own catalogue',
  'It was granted after the server was made; such tables hold values, or passwords, of everybody.',
  pg_catalog.format('revoke all on table %s from %s;', c.oid::pg_catalog.regclass,
      case acl.grantee when 0 then 'public'
        else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(acl.grantee)) end)
from pg_catalog.pg_class c
cross join me
join lateral (
  select c.relacl as acl
  union all
  select a.attacl from pg_catalog.pg_attribute a
  where a.attrelid = c.oid and a.attacl is not null) a on true
cross join lateral pg_catalog.aclexplode(a.acl) acl
where c.relnamespace = 'pg_catalog'::pg_catalog.regnamespace and not me.rolsuper
  and acl.grantee <> c.relowner
  and case acl.grantee when 0 then true
    else pg_catalog.pg_has_role(me.oid, acl.grantee, 'MEMBER') end
  and not exists (
      select
      from pg_catalog.pg_init_privs i
      cross join lateral pg_catalog.aclexplode(i.initprivs) given
      where i.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass and i.objoid = c.oid
        and given.grantee = acl.grantee and given.privilege_type = acl.privilege_type)
order by 1
