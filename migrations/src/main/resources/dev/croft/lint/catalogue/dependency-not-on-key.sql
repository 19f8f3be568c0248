-- title: What a column depends on is a key
-- severity: warning
-- why: Otherwise one fact is told in many rows, and one day in two ways. Its home is a table whose
-- key is what it depends on. "@depends town" in the comment of a column says on what it depends.
select
  c.classid, c.objid, c.objsubid,
  case when unknown.list is not null
    then format('it says @depends %s, which is no column of the table', unknown.list)
    else format('it depends on %s, which is no key', g.value) end as problem,
  case when unknown.list is not null then '' else
    format(
        E'create table %s (\n  %s,\n  %I %s%s,\n  constraint %I primary key (%s)\n);\n'
        '%9$sinsert into %1$s (%7$s, %3$I) select distinct %7$s, %3$I from %8$s;\n'
        '%10$salter table %8$s drop column %3$I;',
        format('%I.%I', t.schema_name, determinant.own_name), determinant.definitions,
        c.name, c.type_name, case when c.is_required then ' not null' else '' end,
        determinant.own_name || '_pk', determinant.list, t.qualified_name, t.owner_sees,
        t.owner_is_fenced) end as fix
from columns c
join tables t on t.objid = c.objid
join tags g
  on g.classid = c.classid and g.objid = c.objid and g.objsubid = c.objsubid
cross join lateral (
  select array_agg(trim(word)::name) as names from unnest(string_to_array(g.value, ',')) word
) said
left join lateral (
  select string_agg(n.name, ', ') as list
  from unnest(said.names) n (name)
  where not exists (select from columns o where o.objid = c.objid and o.name = n.name)
) unknown on true
left join lateral (
  select
    string_agg(format('%I', o.name), ', ' order by o.objsubid) as list,
    string_agg(format('%I %s not null', o.name, o.type_name), E',\n  ' order by o.objsubid)
      as definitions,
    string_agg(regexp_replace(o.name, '_(id|code)$', ''), '_' order by o.objsubid) || '_'
      || c.name || 's' as own_name
  from columns o
  where o.objid = c.objid and o.name = any (said.names)
) determinant on true
where g.name = 'depends'
  and (unknown.list is not null or not exists (
    select from indexes i
    where i.table_id = c.objid and i.is_unique and i.predicate = '' and i.expressions = ''
      and i.column_names <@ (said.names
        || case t.scope_kind when 'tenant' then array[t.tenant_column] else '{}' end)))
