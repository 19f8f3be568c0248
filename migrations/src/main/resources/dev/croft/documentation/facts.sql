select shown.namespace, shown.own_name, shown.relkind::text, obj_description(shown.oid, 'pg_class'),
  c.relrowsecurity, c.relforcerowsecurity,
  case when shown.relkind = 'p' then pg_get_partkeydef(shown.oid) end,
  case when shown.relkind in ('v', 'm') then pg_get_viewdef(shown.oid) end,
  shown.relkind = 'v' and coalesce(
    (select o.option_value::boolean
      from pg_options_to_table(c.reloptions) o where o.option_name = 'security_invoker'), false)
from shown join pg_class c on c.oid = shown.oid
order by shown.namespace <> 'public', shown.namespace collate "C", shown.own_name collate "C"
