--liquibase formatted sql

--changeset croft:create_column_names splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.column_names(target regclass, numbers smallint[]) returns name[]
  language sql stable
  set search_path = ''
as $function$
  select coalesce(array_agg(a.attname order by n.position), '{}')
  from unnest(numbers) with ordinality n (number, position)
  join pg_attribute a on a.attrelid = target and a.attnum = n.number
$function$;

comment on function croft.column_names(regclass, smallint[]) is
  'The names of the columns with these numbers, in their order; expressions are left out.';
revoke all on function croft.column_names(regclass, smallint[]) from public;

--rollback drop function croft.column_names(regclass, smallint[]);
