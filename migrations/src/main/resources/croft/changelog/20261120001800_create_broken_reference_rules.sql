--liquibase formatted sql

--changeset croft:create_broken_reference_rules splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.broken_reference_rules(target regclass, scope text, tenant_column name)
  returns table (rule text, problem text, reason text, repair text)
  language sql stable
  set search_path = ''
as $function$
  with reference as (
    select
      k.*,
      case when k.referenced = target then split_part(scope, ' ', 1)
        else split_part(croft.table_tag(k.referenced, 'scope'), ' ', 1) end as referenced_scope,
      croft.table_tag(k.referenced, 'scope') = format('shared via %s', target) as is_link
    from croft.foreign_keys(target) k
  )
  select
    'foreign-key-to-unclassified',
    format('foreign key %I refers to %s, which has no scope', r.name, r.referenced),
    'Whether the reference may be made depends on whose rows it reaches.',
    format('Classify %s first, for example: select croft.tenant_table(%L);',
        r.referenced, r.referenced)
  from reference r
  where coalesce(r.referenced_scope, '') not in ('tenant', 'shared', 'global', 'system')
  union all
  select
    'foreign-key-holds-tenant',
    format('foreign key %I refers to %s without the tenant', r.name, r.referenced),
    'Foreign keys look past row-level security: the row could point into another tenant.',
    format('alter table %s drop constraint %I, add constraint %2$I foreign key (%s) '
        'references %s (%s) on delete %s;',
        target, r.name,
        croft.column_list(tenant_column || array_remove(r.columns, tenant_column)),
        r.referenced, croft.column_list(croft.primary_key(r.referenced)),
        case r.on_delete
          when 'set null' then format('set null (%s)',
              croft.column_list(array_remove(r.columns, tenant_column)))
          else r.on_delete
        end)
  from reference r
  where scope = 'tenant' and r.referenced_scope = 'tenant'
    and (r.columns[1] = tenant_column
        and r.referenced_columns[1] = (croft.primary_key(r.referenced))[1]) is not true
  union all
  select
    'foreign-key-leaves-scope',
    format('foreign key %I refers to %s, a %s table', r.name, r.referenced, r.referenced_scope),
    case
      when r.referenced_scope = 'shared' then
        'Tenant data refers to shared rows through the link, so to what the tenant knows.'
      when scope = 'tenant' then 'A foreign key would reveal rows that no tenant may see.'
      else 'Rows outside of all tenants outlive each of them and move on their own.'
    end,
    case
      when scope = 'tenant' and r.referenced_scope = 'shared' then
        format('Refer to %s instead.',
            substring(croft.table_tag(r.referenced, 'scope') from 'via (.*)'))
      else format('alter table %s drop constraint %I;', target, r.name)
    end
  from reference r
  where (scope = 'tenant' and r.referenced_scope = 'shared' and not r.is_link)
    or (scope = 'tenant' and r.referenced_scope = 'system')
    or (scope = 'global' and r.referenced_scope <> 'global')
    or (scope like 'shared %' and r.referenced_scope in ('tenant', 'system'))
  union all
  select
    'set-null-names-columns',
    format('foreign key %I would set %I to null', r.name, tenant_column),
    'On delete set null empties every column of the key unless it names some.',
    format('alter table %s drop constraint %I, add constraint %2$I foreign key (%s) '
        'references %s (%s) on delete set null (%s);',
        target, r.name, croft.column_list(r.columns), r.referenced,
        croft.column_list(r.referenced_columns),
        croft.column_list(array_remove(r.columns, tenant_column)))
  from reference r
  where scope = 'tenant' and r.on_delete in ('set null', 'set default')
    and tenant_column = any(r.columns)
    and (r.set_columns = '{}' or tenant_column = any(r.set_columns))
$function$;

comment on function croft.broken_reference_rules(regclass, text, name) is
  'The rules for what a foreign key may refer to that a table breaks.';
revoke all on function croft.broken_reference_rules(regclass, text, name) from public;

--rollback drop function croft.broken_reference_rules(regclass, text, name);
