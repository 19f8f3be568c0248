--liquibase formatted sql

--changeset croft:create_append_only splitStatements:false stripComments:false rollbackSplitStatements:false
-- Three fences, each of which holds without the others: grants, policies that let no row be
-- changed, and triggers. Those are by row, so that a cascade that meets no row passes.
create function croft.append_only(target regclass) returns void
  language plpgsql volatile
  set search_path = ''
as $function$
declare
  policy name;
begin
  perform croft.tag_table(target, 'append-only', '');
  execute format('revoke update, delete, truncate on table %s from croft_app, croft_admin', target);
  for policy in
    select p.polname from pg_policy p
    where p.polrelid = target and p.polname in ('append_only_update', 'append_only_delete')
  loop
    execute format('drop policy %I on %s', policy, target);
  end loop;
  execute format(
      'create policy append_only_update on %s as restrictive for update '
      'using (false) with check (false)',
      target);
  execute format(
      'create policy append_only_delete on %s as restrictive for delete using (false)', target);
  execute format(
      'create or replace trigger refuse_change before update or delete on %s '
      'for each row execute function croft.refuse_change()',
      target);
  execute format(
      'create or replace trigger refuse_truncate before truncate on %s '
      'for each statement execute function croft.refuse_change()',
      target);
  perform croft.fence_partition(p.relid) from pg_partition_tree(target) p where p.relid <> target;
end
$function$;

comment on function croft.append_only(regclass) is
  'Refuses to change or remove rows of a table. '
  'It goes with a scope: call it before the function of that scope if there is no updated_at.';
revoke all on function croft.append_only(regclass) from public;

--rollback drop function croft.append_only(regclass);
