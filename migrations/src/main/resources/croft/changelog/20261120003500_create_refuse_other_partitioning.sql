--liquibase formatted sql

--changeset croft:create_refuse_other_partitioning splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.refuse_other_partitioning(target regclass) returns void
  language plpgsql stable
  set search_path = ''
as $function$
begin
  if not exists (
      select from pg_partitioned_table p
      join pg_attribute a on a.attrelid = p.partrelid and a.attnum = p.partattrs[0]
      where p.partrelid = target and p.partstrat = 'r' and p.partnatts = 1
        and p.partdefid = 0
        and a.attname = 'created_at' and a.atttypid = 'timestamptz'::regtype) then
    raise exception 'table % is not partitioned by months', target
      using detail = 'Its partitions must be ranges of created_at, a timestamptz, '
          'and none of them the default partition.',
        hint = 'Create the table with: partition by range (created_at).',
        errcode = 'wrong_object_type';
  end if;
end
$function$;

comment on function croft.refuse_other_partitioning(regclass) is
  'Raises an error unless a table is partitioned by ranges of created_at, without a default.';
revoke all on function croft.refuse_other_partitioning(regclass) from public;

--rollback drop function croft.refuse_other_partitioning(regclass);
