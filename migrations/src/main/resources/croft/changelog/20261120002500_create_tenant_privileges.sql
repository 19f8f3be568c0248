--liquibase formatted sql

--changeset croft:create_tenant_privileges splitStatements:false stripComments:false rollbackSplitStatements:false
-- A session that could add a row to a link, or point one elsewhere, could see any shared row.
create function croft.tenant_privileges(target regclass, tenant_column name) returns text
  language sql stable
  set search_path = ''
as $function$
  select concat_ws(', ',
      'select',
      case when target is distinct from to_regclass('public.tenants')
          and croft.table_tag(target, 'system-writes') is null
          and not croft.is_link(target) then croft.insert_privilege(target) end,
      case when target is distinct from to_regclass('public.tenants')
          and croft.table_tag(target, 'append-only') is null
          and croft.table_tag(target, 'system-writes') is null
        then format('delete, update (%s)', croft.column_list((
            select array_agg(a.attname order by a.attnum)
            from pg_attribute a
            where a.attrelid = target and a.attnum > 0 and not a.attisdropped
              and a.attgenerated = '' and a.attname <> all (croft.primary_key(target))
              and a.attname not in (tenant_column, 'created_at')
              and not exists (
                  select from croft.foreign_keys(target) k
                  where a.attname = any (k.columns)
                    and croft.table_tag(k.referenced, 'scope') like 'shared via %'))))
      end)
$function$;

comment on function croft.tenant_privileges(regclass, name) is
  'What a tenant session may do with its rows of a tenant table, as GRANT spells it.';
revoke all on function croft.tenant_privileges(regclass, name) from public;

--rollback drop function croft.tenant_privileges(regclass, name);
