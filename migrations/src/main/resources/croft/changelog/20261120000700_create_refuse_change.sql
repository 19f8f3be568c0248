--liquibase formatted sql

--changeset croft:create_refuse_change splitStatements:false stripComments:false rollbackSplitStatements:false
-- A log goes with its tenant: by the cascade of the tenant's own row, and in no other way.
create function croft.refuse_change() returns trigger
  language plpgsql volatile
  set search_path = ''
as $function$
begin
  if tg_op = 'DELETE' and pg_trigger_depth() > 1 and to_jsonb(old) ? 'tenant_id'
    and not exists (
      select from public.tenants t where t.id = (to_jsonb(old) ->> 'tenant_id')::uuid)
  then
    return old;
  end if;
  raise exception 'table %.% is append-only: % refused', tg_table_schema, tg_table_name, tg_op
    using detail = 'A row is never changed or removed once it is written.',
      hint = 'Insert a row that corrects the earlier one.',
      errcode = 'object_not_in_prerequisite_state';
end
$function$;

comment on function croft.refuse_change() is
  'Trigger function: keeps the rows of an append-only table as they were written.';
revoke all on function croft.refuse_change() from public;

--rollback drop function croft.refuse_change();
