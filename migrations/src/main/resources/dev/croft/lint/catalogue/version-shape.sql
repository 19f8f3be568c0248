-- title: The version of a row is a bigint that begins at 1
-- severity: error
-- why: An update names the version that was read. One that may be null equals nothing, so that
-- nobody's update finds the row.
select
  c.classid, c.objid, c.objsubid,
  format('it is %s%s%s', c.type_name, case when c.is_required then ', not null' else '' end,
      coalesce(', with default ' || c.default_expression, ', without a default')) as problem,
  format('alter table %s alter column version type bigint, '
      'alter column version set default 1, alter column version set not null;', c.table_name)
    as fix
from columns c
where c.name = 'version' and c.type_category = 'N'
  and not (c.type = 'bigint'::regtype and c.is_required
    and coalesce(c.default_expression in ('1', '''1''::bigint'), false))
