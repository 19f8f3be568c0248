-- title: Amounts are not of type money
-- severity: warning
-- why: What a value of type money means depends on a setting of the server, and its currency is
-- nowhere.
select
  c.classid, c.objid, c.objsubid, 'it is money' as problem,
  format(
      'alter table %s alter column %I type numeric using %2$I::numeric;', c.table_name, c.name)
    as fix
from columns c
where c.type = 'money'::regtype
