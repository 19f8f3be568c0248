-- title: A function that runs as its owner names its search path
-- severity: error
-- why: Otherwise whoever calls it chooses which table or function a name in it means, and has it
-- run with the rights of the owner.
select
  'pg_proc'::regclass as classid, p.oid as objid, 0 as objsubid,
  'it is SECURITY DEFINER and sets no search_path' as problem,
  format(
      E'-- Names in it then have to be qualified.\nalter function %s set search_path = '''';',
      p.oid::regprocedure) as fix
from pg_proc p
join schemas s on s.objid = p.pronamespace
where p.prosecdef
  and not exists (
    select from unnest(p.proconfig) setting where setting like 'search\_path=%')
  and not exists (
    select from pg_depend d
    where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
