select distinct
  g.name, 'a tenant session may write to %s, whose rows only the system writes',
  'A tenant does not decide what it pays for and what it may have.',
  pg_catalog.format('revoke %s%s on table %s from %s;', pg_catalog.lower(g.privilege),
      coalesce(' (' || pg_catalog.quote_ident(g.column_name) || ')', ''), g.name, g.grantee_name)
from grants g
where g.privilege in ('INSERT', 'UPDATE', 'DELETE')
  and pg_catalog.obj_description(g.oid, 'pg_class') ~ '(?n)^@system-writes( |$)'
order by 1
