--liquibase formatted sql

--changeset croft:create_fence_partition splitStatements:false stripComments:false rollbackSplitStatements:false
-- A partition that is reached directly asks its own policies; without any it shows nothing.
-- PostgreSQL gives a partition the row triggers of its table, not those of TRUNCATE.
create function croft.fence_partition(part regclass) returns void
  language plpgsql volatile
  set search_path = ''
as $function$
begin
  execute format('alter table %s enable row level security, force row level security', part);
  execute format('revoke all on table %s from public, croft_app, croft_admin', part);
  if croft.table_tag(pg_partition_root(part), 'append-only') is not null then
    execute format(
        'create or replace trigger refuse_truncate before truncate on %s '
        'for each statement execute function croft.refuse_change()',
        part);
  end if;
end
$function$;

comment on function croft.fence_partition(regclass) is
  'Closes a partition to all but its owner, so that rows are reached through its table only.';
revoke all on function croft.fence_partition(regclass) from public;

--rollback drop function croft.fence_partition(regclass);
