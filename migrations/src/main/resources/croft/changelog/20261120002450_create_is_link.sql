--liquibase formatted sql

--changeset croft:create_is_link splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.is_link(target regclass) returns boolean
  language sql stable
  set search_path = ''
as $function$
  select exists (
      select from pg_description d
      where d.classoid = 'pg_catalog.pg_class'::regclass and d.objsubid = 0
        and d.description like '%@scope shared via %'
        and croft.table_tag(d.objoid, 'scope') = format('shared via %s', target))
$function$;

comment on function croft.is_link(regclass) is
  'Whether the comment of some table says that it is shared via this one.';
revoke all on function croft.is_link(regclass) from public;

--rollback drop function croft.is_link(regclass);
