--liquibase formatted sql

--changeset croft:create_column_list splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.column_list(columns name[]) returns text
  language sql immutable
  set search_path = ''
as $function$
  select string_agg(quote_ident(c.name), ', ' order by c.position)
  from unnest(columns) with ordinality c (name, position)
$function$;

comment on function croft.column_list(name[]) is
  'Columns as SQL lists them: quoted where needed, separated by commas.';
revoke all on function croft.column_list(name[]) from public;

--rollback drop function croft.column_list(name[]);
