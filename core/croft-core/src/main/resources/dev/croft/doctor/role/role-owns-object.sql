select
  pg_catalog.string_agg(o.name, ', ' order by o.name),
  'the runtime role owns, or can become the owner of, %s',
  'The owner of an object changes what it does for every tenant.',
  'migrate as one role and connect as another, a login that is a member of croft_app only.'
from (
  select pg_catalog.pg_describe_object(d.classid, d.objid, 0) as name
  from pg_catalog.pg_shdepend d
  join pg_catalog.pg_database here on here.datname = pg_catalog.current_database()
  cross join me
  where d.deptype = 'o' and d.dbid in (0, here.oid)
    and d.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass
    and d.classid not in (
        'pg_catalog.pg_class'::pg_catalog.regclass, 'pg_catalog.pg_proc'::pg_catalog.regclass,
        'pg_catalog.pg_namespace'::pg_catalog.regclass,
        'pg_catalog.pg_database'::pg_catalog.regclass,
        'pg_catalog.pg_largeobject'::pg_catalog.regclass,
        'pg_catalog.pg_user_mapping'::pg_catalog.regclass)
    and not me.rolsuper and pg_catalog.pg_has_role(me.oid, d.refobjid, 'MEMBER')) o
having pg_catalog.count(*) > 0
