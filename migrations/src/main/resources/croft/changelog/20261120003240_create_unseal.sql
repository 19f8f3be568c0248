--liquibase formatted sql

--changeset croft:create_unseal splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.unseal() returns void
  language plpgsql volatile
  set search_path = ''
as $function$
begin
  create or replace function croft.is_sealed() returns boolean
    language sql stable parallel safe
    set search_path = ''
  as 'select false';
  perform croft.renew_policies();
  revoke execute on function croft.sealed_tenant() from croft_app, croft_admin;
end
$function$;

comment on function croft.unseal() is
  'From now on policies believe the plain id of a tenant. '
  'It locks every table of tenants; sessions with a key fail afterwards.';
revoke all on function croft.unseal() from public;

--rollback drop function croft.unseal();
