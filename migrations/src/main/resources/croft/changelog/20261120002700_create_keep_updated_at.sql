--liquibase formatted sql

--changeset croft:create_keep_updated_at splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.keep_updated_at(target regclass) returns void
  language plpgsql volatile
  set search_path = ''
as $function$
begin
  if croft.table_tag(target, 'append-only') is null then
    execute format(
        'create or replace trigger set_updated_at before update on %s '
        'for each row execute function croft.set_updated_at()',
        target);
  end if;
end
$function$;

comment on function croft.keep_updated_at(regclass) is
  'Has a trigger stamp the rows of a table that are updated.';
revoke all on function croft.keep_updated_at(regclass) from public;

--rollback drop function croft.keep_updated_at(regclass);
