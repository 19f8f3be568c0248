-- title: No constraint of tenant data is deferrable
-- severity: error
-- why: A deferrable key is no target of upserts and of foreign keys, and its errors come at commit,
-- where nobody can tell which statement was wrong.
select
  k.classid, k.objid, k.objsubid, 'it is deferrable' as problem,
  case k.kind
    when 'f' then format('alter table %s alter constraint %I not deferrable;', k.table_name, k.name)
    else
      format('alter table %s drop constraint %I, add constraint %2$I %s;', k.table_name, k.name,
          split_part(k.definition, ' DEFERRABLE', 1))
  end as fix
from constraints k
where k.is_deferrable and k.scope_kind is distinct from 'global'
  and k.scope_kind is distinct from 'system'
