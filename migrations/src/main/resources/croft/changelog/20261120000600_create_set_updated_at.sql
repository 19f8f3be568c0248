--liquibase formatted sql

--changeset croft:create_set_updated_at splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.set_updated_at() returns trigger
  language plpgsql volatile
  set search_path = ''
as $function$
begin
  new.updated_at := now();
  return new;
end
$function$;

comment on function croft.set_updated_at() is
  'Trigger function: stamps an updated row with the time of its transaction.';
revoke all on function croft.set_updated_at() from public;

--rollback drop function croft.set_updated_at();
