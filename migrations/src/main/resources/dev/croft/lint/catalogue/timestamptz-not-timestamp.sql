-- title: Moments are of type timestamptz
-- severity: error
-- why: A time without its zone means something else on each server and client.
select
  c.classid, c.objid, c.objsubid,
  format('it is %s', c.type_name) as problem,
  case c.type
    when 'timestamp'::regtype then
      format(
          E'-- Name the zone that the times were written in.\n'
          'alter table %s alter column %I type timestamptz using %2$I at time zone ''UTC'';',
          c.table_name, c.name)
    else ''
  end as fix
from columns c
where c.type in ('timestamp'::regtype, 'timetz'::regtype)
