--liquibase formatted sql

--changeset croft:create_expired_partitions splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.expired_partitions(target regclass, keep_months integer)
  returns table (part regclass, upper_bound timestamptz, detach text)
  language plpgsql stable
  set search_path = ''
as $function$
begin
  perform croft.refuse_other_partitioning(target);
  if keep_months is null or keep_months < 1 then
    raise exception 'partitions of table % cannot be kept for % months', target, keep_months
      using hint = 'Give a number of whole months before this one, 1 or more.',
        errcode = 'invalid_parameter_value';
  end if;
  return query
    select p.part, p.upper_bound,
      format('alter table %s detach partition %s %s', target, p.part,
          case when p.is_attached then 'concurrently' else 'finalize' end)
    from croft.partitions(target) p
    where not p.is_attached
      or p.upper_bound <= (
          date_trunc('month', now() at time zone 'UTC') - make_interval(months => keep_months))
          at time zone 'UTC';
end
$function$;

comment on function croft.expired_partitions(regclass, integer) is
  'The partitions that end before the whole months to keep, oldest first, each with the statement '
  'that detaches it, which must run outside a transaction. It changes nothing.';
revoke all on function croft.expired_partitions(regclass, integer) from public;

--rollback drop function croft.expired_partitions(regclass, integer);
