select
  s.subname, 'subscription %s writes into this database from outside',
  'What replication writes is asked by no policy, and triggers do not fire for it.',
  pg_catalog.format('drop subscription %I; Or guard who publishes to it.', s.subname)
from pg_catalog.pg_subscription s
join pg_catalog.pg_database d on d.oid = s.subdbid
where d.datname = pg_catalog.current_database()
order by 1
