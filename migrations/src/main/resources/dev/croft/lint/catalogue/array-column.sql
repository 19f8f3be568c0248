-- title: No array is the home of facts
-- severity: warning
-- why: Each element is a fact that has no key and can refer to nothing; that one is there twice, or
-- that two writers add one at once, nothing notices.
select
  c.classid, c.objid, c.objsubid,
  format('it is %s: several facts in one value', c.type_name) as problem,
  coalesce(
    format(
        E'create table %s (\n  %s,\n  %I %s not null,\n%11$s'
        '  constraint %5$I primary key (%6$s, %3$I),\n'
        '  constraint %7$I foreign key (%6$s) references %8$s (%10$s)\n'
        '    on delete cascade%12$s\n);\n'
        '%13$sinsert into %1$s (%6$s, %3$I)\n'
        '  select distinct %10$s, element from %8$s, unnest(%9$I) element\n'
        '  where element is not null;\n'
        '%14$s%15$salter table %8$s drop column %9$I;',
        format('%I.%I', t.schema_name, singular.name || '_' || c.name), key.definitions,
        regexp_replace(c.name, 's$', ''), element.name,
        singular.name || '_' || c.name || '_pk', key.names,
        singular.name || '_' || c.name || '_fk', t.qualified_name, c.name,
        key.referenced_names, tenancy.times, tenancy.reference, t.owner_sees, t.owner_is_fenced,
        tenancy.call),
    '') as fix
from columns c
join tables t on t.objid = c.objid
join pg_type y on y.oid = c.type and y.typcategory = 'A'
cross join lateral (select format_type(y.typelem, null) as name) element
cross join lateral (
  select regexp_replace(regexp_replace(t.name, 'ies$', 'y'), 's$', '') as name
) singular
-- A table beside a tenant table is one itself.
cross join lateral (
  select
    case when t.scope_kind = 'tenant' then
      E'  created_at timestamptz not null default now(),\n'
      '  updated_at timestamptz not null default now(),\n' else '' end as times,
    case when t.scope_kind = 'tenant' then
      format(
          E',\n  constraint %I foreign key (%I) references public.tenants (id)\n'
          '    on delete cascade',
          singular.name || '_' || c.name || '_tenant_fk', t.tenant_column)
      else '' end as reference,
    case when t.scope_kind = 'tenant' then
      format(
          E'select croft.tenant_table(%L);\n',
          format('%I.%I', t.schema_name, singular.name || '_' || c.name))
      else '' end as call
) tenancy
left join lateral (
  select
    string_agg(format('%I', a.name), ', ' order by position) as referenced_names,
    string_agg(format('%I', own.name), ', ' order by position) as names,
    string_agg(format('%I %s not null', own.name, a.type_name), E',\n  ' order by position)
      as definitions
  from primary_keys k
  cross join unnest(k.numbers) with ordinality n (number, position)
  join columns a on a.objid = k.table_id and a.objsubid = n.number
  cross join lateral (
    select case a.name when 'id' then singular.name || '_id' else a.name end as name
  ) own
  where k.table_id = t.objid
) key on true
