-- title: Every index was built to its end
-- severity: error
-- why: An invalid index costs at every write and serves no query; a unique one keeps nothing
-- unique.
select
  i.classid, i.objid, i.objsubid, 'it is invalid: its concurrent build failed' as problem,
  format(
      E'-- On a table in use: concurrently, in changesets outside a transaction.\n'
      'drop index %s;\n%s;',
      i.qualified_name, replace(i.definition, ' ON ONLY ', ' ON ')) as fix
from indexes i
where not i.is_valid and i.constraint_id is null
