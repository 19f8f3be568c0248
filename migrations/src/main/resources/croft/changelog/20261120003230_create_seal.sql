--liquibase formatted sql

--changeset croft:create_seal splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.seal() returns void
  language plpgsql volatile
  set search_path = ''
as $function$
begin
  if not exists (
      select from croft.sealing_keys k
      where k.valid_from <= now() and (k.valid_until > now()) is not false) then
    raise exception 'the database was not sealed: no sealing key is valid now'
      using detail = 'No session could enter a tenant any more.',
        hint = 'Add one first: select croft.add_sealing_key(…).',
        errcode = 'object_not_in_prerequisite_state';
  end if;
  create or replace function croft.is_sealed() returns boolean
    language sql stable parallel safe
    set search_path = ''
  as 'select true';
  grant execute on function croft.sealed_tenant() to croft_app, croft_admin;
  perform croft.renew_policies();
  perform croft.refuse_unsealed_policies();
end
$function$;

comment on function croft.seal() is
  'From now on policies believe signed tokens only, on tables that are there and that come later. '
  'It locks every table of tenants; sessions without a key read nothing afterwards.';
revoke all on function croft.seal() from public;

--rollback drop function croft.seal();
