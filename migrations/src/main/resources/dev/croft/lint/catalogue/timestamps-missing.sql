-- title: Every row tells when it was written, and when it last changed unless it never does
-- severity: error
-- why: Whoever looks into a fault asks first what changed since; replicas and exports ask it
-- always.
select
  t.classid, t.objid, t.objsubid,
  format('it has no column %I of type timestamptz, not null, with a default', wanted.name)
    as problem,
  case
    when c.name is null then
      format('alter table %s add column %I timestamptz not null default now();',
          t.qualified_name, wanted.name)
    else
      format('alter table %s alter column %I type timestamptz, '
          'alter column %2$I set default now(), alter column %2$I set not null;',
          t.qualified_name, wanted.name)
  end as fix
from tables t
cross join (values ('created_at'), ('updated_at')) wanted (name)
left join columns c on c.objid = t.objid and c.name = wanted.name
where (c.type = 'timestamptz'::regtype and c.is_required and c.default_id is not null) is not true
  and (wanted.name = 'created_at' or not t.is_append_only)
