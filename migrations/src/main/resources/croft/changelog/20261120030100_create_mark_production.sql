--liquibase formatted sql

--changeset croft:create_mark_production splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.mark_production() returns void
  language sql volatile
  set search_path = ''
as $function$
  insert into croft.environment (is_production) values (true) on conflict do nothing
$function$;

comment on function croft.mark_production() is
  'Marks the database as one of production: it is not reset, and gets no data of development.';
revoke all on function croft.mark_production() from public;
grant execute on function croft.mark_production() to croft_admin;

--rollback drop function croft.mark_production();
