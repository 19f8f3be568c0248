select
  p.pubname, 'publication %s sends rows of tenants to whoever may replicate',
  'Replication asks no policy: the receiver has every tenant''s rows.',
  pg_catalog.format('drop publication %I; Or guard who receives it.', p.pubname)
from pg_catalog.pg_publication p
where exists (
    select from tables t
    where t.scope <> 'global' and (p.puballtables
      or exists (
          select from pg_catalog.pg_publication_rel r
          where r.prpubid = p.oid and r.prrelid = t.oid)
      or exists (
          select from pg_catalog.pg_publication_namespace s
          where s.pnpubid = p.oid and s.pnnspid = t.relnamespace)))
order by 1
