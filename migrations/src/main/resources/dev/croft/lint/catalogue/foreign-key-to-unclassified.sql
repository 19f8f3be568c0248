-- title: What is referred to has a scope
-- severity: error
-- why: Whether the reference may be made depends on whose rows it reaches.
select
  k.classid, k.objid, k.objsubid,
  format('it refers to %s, which has no scope', k.referenced_name) as problem,
  format(
      E'-- Or another of the functions that give a scope:\nselect croft.system_table(%L);',
      k.referenced_name) as fix
from foreign_keys k
join tables t on t.objid = k.referenced_id and t.scope is null
where k.scope_kind is not null
