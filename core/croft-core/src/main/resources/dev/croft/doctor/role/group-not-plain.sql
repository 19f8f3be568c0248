select
  r.rolname, 'the group %s can log in, is a superuser, or bypasses row-level security',
  'Policies and grants are made to it: it is to be held by logins, not to be one.',
  pg_catalog.format('alter role %I nologin nosuperuser nobypassrls;', r.rolname)
from pg_catalog.pg_roles r
where r.rolname in ('croft_app', 'croft_admin')
  and (r.rolcanlogin or r.rolsuper or r.rolbypassrls)
order by 1
