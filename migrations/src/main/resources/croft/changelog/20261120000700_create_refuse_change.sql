--liquibase formatted sql

--changeset croft:create_refuse_change splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.refuse_change() returns trigger
  language plpgsql volatile
  set search_path = ''
as $function$
begin
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
