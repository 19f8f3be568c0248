select
  f.name, 'a rule rewrites statements on %s',
  'A rule acts with the rights of the table''s owner, not of the session.',
  pg_catalog.format('drop rule %I on %s;', w.rulename, f.name)
from tables f join pg_catalog.pg_rewrite w on w.ev_class = f.oid
where f.scope is not null
order by 1
