--liquibase formatted sql

--changeset croft:create_append_only splitStatements:false stripComments:false rollbackSplitStatements:false
-- By row, so that a cascade that meets no row passes.
create function croft.append_only(target regclass) returns void
  language plpgsql volatile
  set search_path = ''
as $function$
begin
  perform croft.tag_table(target, 'append-only', '');
  execute format('revoke update, delete, truncate on table %s from croft_app, croft_admin', target);
  execute format(
      'create or replace trigger refuse_change before update or delete on %s '
      'for each row execute function croft.refuse_change()',
      target);
  execute format(
      'create or replace trigger refuse_truncate before truncate on %s '
      'for each statement execute function croft.refuse_change()',
      target);
end
$function$;

comment on function croft.append_only(regclass) is
  'Refuses to change or remove rows of a table. '
  'It goes with a scope: call it before the function of that scope if there is no updated_at.';
revoke all on function croft.append_only(regclass) from public;

--rollback drop function croft.append_only(regclass);
