--liquibase formatted sql

--changeset croft:create_ensure_partitions splitStatements:false stripComments:false rollbackSplitStatements:false
-- ATTACH, unlike CREATE … PARTITION OF, lets others read and write the table meanwhile. The lock is
-- the one that it takes anyway: a second caller waits, and then finds nothing left to do.
create function croft.ensure_partitions(target regclass, months_ahead integer)
  returns setof regclass
  language plpgsql volatile
  set search_path = ''
as $function$
declare
  home name;
  stem name;
  month timestamp;
  month_begin timestamptz;
  month_end timestamptz;
  part text;
begin
  perform croft.refuse_other_partitioning(target);
  if months_ahead is null or months_ahead not between 0 and 120 then
    raise exception 'partitions of table % cannot be made % months ahead', target, months_ahead
      using hint = 'Give a number of months from 0 to 120.',
        errcode = 'invalid_parameter_value';
  end if;
  execute format('lock table only %s in share update exclusive mode', target);
  select n.nspname, left(c.relname, 54) into home, stem
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = target;
  for ahead in 0..months_ahead loop
    month := date_trunc('month', now() at time zone 'UTC') + make_interval(months => ahead);
    month_begin := month at time zone 'UTC';
    month_end := (month + interval '1 month') at time zone 'UTC';
    continue when exists (
        select from croft.partitions(target) p
        where p.is_attached and p.lower_bound <= month_begin
          and p.upper_bound >= month_end);
    part := format('%I.%I', home, stem || to_char(month, '"_y"YYYY"m"MM'));
    execute format(
        'create table %s (like %s including defaults including constraints including generated '
        'including storage including compression)',
        part, target);
    perform croft.fence_partition(part::regclass);
    execute format(
        'alter table %s attach partition %s for values from (%L) to (%L)',
        target, part, month_begin, month_end);
    perform croft.fence_partition(part::regclass);
    return next part::regclass;
  end loop;
end
$function$;

comment on function croft.ensure_partitions(regclass, integer) is
  'Makes the partitions that a table partitioned by range of created_at lacks for this month and '
  'as many months ahead, in UTC, and tells which. Doing so again makes nothing.';
revoke all on function croft.ensure_partitions(regclass, integer) from public;

--rollback drop function croft.ensure_partitions(regclass, integer);
