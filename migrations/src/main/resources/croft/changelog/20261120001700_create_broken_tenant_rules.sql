--liquibase formatted sql

--changeset croft:create_broken_tenant_rules splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.broken_tenant_rules(target regclass, tenant_column name)
  returns table (rule text, problem text, reason text, repair text)
  language sql stable
  set search_path = ''
as $function$
  select
    'tenant-column-missing',
    format('it has no column %I of type uuid that is not null', tenant_column),
    'Policies, keys and queries tell tenants apart by that column.',
    case
      when a.attname is null then
        format('alter table %s add column %I uuid not null;', target, tenant_column)
      else
        format('alter table %s alter column %I type uuid, alter column %2$I set not null;',
            target, tenant_column)
    end
  from (values (tenant_column)) wanted (name)
  left join pg_attribute a
    on a.attrelid = target and a.attname = wanted.name and not a.attisdropped
  where (a.atttypid = 'uuid'::regtype and a.attnotnull) is not true
  union all
  select
    'primary-key-begins-with-tenant',
    format('its primary key is (%s)', croft.column_list(croft.primary_key(target))),
    'A key without the tenant lets one tenant meet the ids of another, and cannot be distributed.',
    format('alter table %s drop constraint %I, add constraint %2$I primary key (%s);',
        target, c.conname, croft.column_list(
            tenant_column || array_remove(croft.primary_key(target), tenant_column)))
  from pg_constraint c
  where c.conrelid = target and c.contype = 'p'
    and (croft.primary_key(target))[1] <> tenant_column
  union all
  select
    'tenant-reference-missing',
    format('%I does not refer to public.tenants (id)', tenant_column),
    'Rows of a tenant that does not exist belong to nobody and are never erased.',
    format('alter table %s add constraint %I foreign key (%I) '
        'references public.tenants (id) on delete cascade;',
        target, c.relname || '_tenant_fk', tenant_column)
  from pg_class c
  where c.oid = target and target is distinct from to_regclass('public.tenants')
    and not exists (
        select from croft.foreign_keys(target) k
        where k.referenced = to_regclass('public.tenants')
          and k.columns = array[tenant_column] and k.referenced_columns = array['id'::name])
  union all
  select
    'unique-begins-with-tenant',
    format('unique index %I does not begin with %I', x.relname, tenant_column),
    'A duplicate would tell one tenant what another one holds.',
    format('Put %I first in the columns of %s.', tenant_column, x.oid::regclass)
  from pg_index i
  join pg_class x on x.oid = i.indexrelid
  where i.indrelid = target and target is distinct from to_regclass('public.tenants')
    and (i.indisunique or i.indisexclusion) and not i.indisprimary
    and croft.column_names(target, (i.indkey::smallint[])[0:0]) <> array[tenant_column]
$function$;

comment on function croft.broken_tenant_rules(regclass, name) is
  'The rules for tenant tables that a table breaks.';
revoke all on function croft.broken_tenant_rules(regclass, name) from public;

--rollback drop function croft.broken_tenant_rules(regclass, name);
