--liquibase formatted sql

--changeset croft:create_purge_batch splitStatements:false stripComments:false rollbackSplitStatements:false
-- The lock on the tenant lets one caller at a time purge it, and none add rows meanwhile. What only
-- grows, and what slipped in between two calls, goes by the cascade of the tenant's own row.
create function croft.purge_batch(tenant uuid, batch_size integer)
  returns text[]
  language plpgsql volatile
  set search_path = ''
as $function$
declare
  part record;
  purged bigint;
begin
  perform from public.tenants t where t.id = tenant and t.deleted_at is not null for update;
  if not found then
    raise exception 'there is no deleted tenant %', tenant
      using hint = 'Delete the tenant first: a deleted tenant can be restored, a purged one not.',
        errcode = 'object_not_in_prerequisite_state';
  end if;
  for part in
    select t.* from croft.tables_of_tenants() t where not t.is_append_only
  loop
    execute format(
        'delete from %1$s where (%2$s) in (select %2$s from %1$s where %3$I = $1 limit $2)',
        part.relation, croft.column_list(part.key_columns), part.tenant_column)
      using tenant, batch_size;
    get diagnostics purged = row_count;
    if purged > 0 then
      return array[part.relation::text, purged::text];
    end if;
  end loop;
  delete from public.tenants t where t.id = tenant;
  return array['public.tenants', '1'];
end
$function$;

comment on function croft.purge_batch(uuid, integer) is
  'Takes up to as many rows of a deleted tenant out of the first table that holds any, and the '
  'tenant itself once none does. Returns the name of the table, and how many rows it were. Call '
  'it in transactions of their own until it says public.tenants.';
revoke all on function croft.purge_batch(uuid, integer) from public;
grant execute on function croft.purge_batch(uuid, integer) to croft_admin;

--rollback drop function croft.purge_batch(uuid, integer);
