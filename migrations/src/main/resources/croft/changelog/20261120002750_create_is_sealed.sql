--liquibase formatted sql

--changeset croft:create_is_sealed splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.is_sealed() returns boolean
  language sql stable parallel safe
  set search_path = ''
as 'select false';

comment on function croft.is_sealed() is
  'Whether policies believe signed tokens only. croft.seal and croft.unseal replace it.';
revoke all on function croft.is_sealed() from public;
grant execute on function croft.is_sealed() to croft_app, croft_admin;

--rollback drop function croft.is_sealed();
