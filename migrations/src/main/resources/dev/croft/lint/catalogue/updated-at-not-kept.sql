-- title: A trigger keeps updated_at
-- severity: error
-- why: What each writer has to think of, one of them forgets; and then the column tells wrong
-- times.
select
  c.classid, c.objid, c.objsubid,
  'no trigger sets it when the row changes' as problem,
  format('select croft.keep_updated_at(%L);', c.table_name) as fix
from columns c
where c.name = 'updated_at'
  and not exists (
    select
    from pg_trigger g
    join pg_proc p on p.oid = g.tgfoid
    where g.tgrelid = c.objid and g.tgenabled <> 'D' and not g.tgisinternal
      and g.tgtype & 1 = 1 and g.tgtype & 2 = 2 and g.tgtype & 16 = 16
      and p.prosrc like '%updated_at%')
