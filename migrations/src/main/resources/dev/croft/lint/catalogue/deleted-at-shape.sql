-- title: A row that is deleted softly says when, in deleted_at
-- severity: error
-- why: Repositories hide rows by it, and erasure counts from it. A flag does not tell since when,
-- and a default would delete every new row.
select
  c.classid, c.objid, c.objsubid,
  case when c.name = 'deleted_at' then
      format('it is %s%s%s', c.type_name, case when c.is_required then ', not null' else '' end,
          ', with default ' || c.default_expression)
    else 'it is a flag, where deleted_at would tell since when' end as problem,
  case when c.name = 'deleted_at' then
      format('alter table %s alter column deleted_at drop default, '
          'alter column deleted_at drop not null, alter column deleted_at type timestamptz;',
          c.table_name)
    else
      format(
          E'alter table %s add column if not exists deleted_at timestamptz;\n'
          '%3$supdate %1$s set deleted_at = now() where %2$I;\n'
          '%4$salter table %1$s drop column %2$I;',
          c.table_name, c.name, t.owner_sees, t.owner_is_fenced) end as fix
from columns c
join tables t on t.objid = c.objid
where (c.name = 'deleted_at'
    and (c.type <> 'timestamptz'::regtype or c.is_required or c.default_id is not null))
  or (c.name in ('deleted', 'is_deleted', 'is_active_row') and c.type = 'boolean'::regtype)
