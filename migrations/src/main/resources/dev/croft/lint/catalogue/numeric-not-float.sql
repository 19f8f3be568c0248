-- title: What is counted exactly is not of a binary floating point type
-- severity: warning
-- why: 0.1 + 0.2 is not 0.3 in it: sums drift by cents, and comparisons fail.
select
  c.classid, c.objid, c.objsubid,
  format('it is %s, and its name is that of an amount', c.type_name) as problem,
  format('alter table %s alter column %I type numeric;', c.table_name, c.name) as fix
from columns c
where c.type in ('real'::regtype, 'double precision'::regtype)
  and c.name ~ ('(^|_)(price|amount|total|subtotal|sum|cost|fee|balance|salary|wage|tax|vat'
    '|discount|charge|credit|debit|payment|refund|budget|revenue|quantity)(_|$)')
