--liquibase formatted sql

--changeset croft:create_primary_key splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.primary_key(target regclass) returns name[]
  language sql stable
  set search_path = ''
as $function$
  select croft.column_names(target, c.conkey)
  from pg_constraint c
  where c.conrelid = target and c.contype = 'p'
$function$;

comment on function croft.primary_key(regclass) is
  'The columns of the primary key of a table, in their order; null without one.';
revoke all on function croft.primary_key(regclass) from public;

--rollback drop function croft.primary_key(regclass);
