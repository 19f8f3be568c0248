--liquibase formatted sql

--changeset croft:create_foreign_keys splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.foreign_keys(target regclass)
  returns table (
    name name,
    columns name[],
    referenced regclass,
    referenced_columns name[],
    on_delete text,
    set_columns name[])
  language sql stable
  set search_path = ''
as $function$
  select
    c.conname,
    croft.column_names(target, c.conkey),
    c.confrelid::regclass,
    croft.column_names(c.confrelid, c.confkey),
    case c.confdeltype
      when 'r' then 'restrict'
      when 'c' then 'cascade'
      when 'n' then 'set null'
      when 'd' then 'set default'
      else 'no action'
    end,
    croft.column_names(target, c.confdelsetcols)
  from pg_constraint c
  where c.conrelid = target and c.contype = 'f' and c.conparentid = 0
  order by c.conname
$function$;

comment on function croft.foreign_keys(regclass) is
  'The foreign keys of a table by name, with the columns on both sides in their order.';
revoke all on function croft.foreign_keys(regclass) from public;

--rollback drop function croft.foreign_keys(regclass);
