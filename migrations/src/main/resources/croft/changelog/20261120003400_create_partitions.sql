--liquibase formatted sql

--changeset croft:create_partitions splitStatements:false stripComments:false rollbackSplitStatements:false
-- The catalogue keeps bounds as an expression only; it is printed and read in one time zone.
create function croft.partitions(target regclass)
  returns table (part regclass, lower_bound timestamptz, upper_bound timestamptz, is_attached boolean)
  language sql stable
  set search_path = ''
as $function$
  select
    i.inhrelid::regclass,
    coalesce(substring(b.bounds from '^FOR VALUES FROM \(''([^'']*)''\)'), '-infinity')::timestamptz,
    coalesce(substring(b.bounds from ' TO \(''([^'']*)''\)$'), 'infinity')::timestamptz,
    not i.inhdetachpending
  from pg_inherits i
  join pg_class c on c.oid = i.inhrelid
  cross join lateral pg_get_expr(c.relpartbound, c.oid) b (bounds)
  where i.inhparent = target and b.bounds <> 'DEFAULT'
  order by 2
$function$;

comment on function croft.partitions(regclass) is
  'The partitions of a table that is partitioned by ranges of one timestamptz column, by time. '
  'One that is not attached was left half detached.';
revoke all on function croft.partitions(regclass) from public;

--rollback drop function croft.partitions(regclass);
