--liquibase formatted sql

--changeset croft:create_fence_table splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.fence_table(target regclass) returns void
  language plpgsql volatile
  set search_path = ''
as $function$
declare
  policy name;
begin
  execute format('alter table %s enable row level security, force row level security', target);
  for policy in
    select p.polname from pg_policy p
    where p.polrelid = target and p.polname in ('tenant_rows', 'tenant_guard', 'system_rows')
  loop
    execute format('drop policy %I on %s', policy, target);
  end loop;
  execute format(
      'create policy system_rows on %s to croft_admin using (true) with check (true)', target);
  perform croft.fence_partition(p.relid) from pg_partition_tree(target) p where p.relid <> target;
end
$function$;

comment on function croft.fence_table(regclass) is
  'Forces row-level security on a table and its partitions, and lets only system sessions in.';
revoke all on function croft.fence_table(regclass) from public;

--rollback drop function croft.fence_table(regclass);
