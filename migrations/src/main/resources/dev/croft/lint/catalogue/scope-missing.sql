-- title: Every table says in its comment whose rows it holds
-- severity: error
-- why: Fences, grants and generated classes follow from the scope. A table without one is open to
-- nobody, or to everybody.
select
  t.classid, t.objid, t.objsubid,
  'the comment has no @scope' as problem,
  case
    when exists (
        select from columns c
        where c.objid = t.objid and c.name = t.tenant_column and c.is_required) then
      format('select croft.tenant_table(%L);', t.qualified_name)
    else
      format(
          E'-- One of croft.tenant_table, croft.shared_table, croft.global_table and:\n'
          'select croft.system_table(%L);', t.qualified_name)
  end as fix
from tables t
where t.scope is null
