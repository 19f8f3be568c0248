--liquibase formatted sql

--changeset croft:create_broken_table_rules splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.broken_table_rules(target regclass, scope text)
  returns table (rule text, problem text, reason text, repair text)
  language sql stable
  set search_path = ''
as $function$
  select
    'table-kind',
    'it is not an ordinary or partitioned table of its own',
    'Views, foreign tables and single partitions take their fence from what they stand on.',
    'Name the table, or for a partition the table that it is a partition of.'
  from pg_class c
  where c.oid = target and (c.relkind not in ('r', 'p') or c.relispartition)
  union all
  select
    'scope-contradicts',
    format('its comment says "@scope %s", not "@scope %s"', said.tag, scope),
    'A table has one scope; generated code and checks read it from the comment.',
    format('Correct the comment of %s, or call the function of the scope it names.', target)
  from (select croft.table_tag(target, 'scope') as tag) said
  where said.tag <> scope
  union all
  select
    'default-partition',
    format('%s is its default partition', p.partdefid::regclass),
    'A default partition blocks the next partition as soon as one row has strayed into it.',
    format('alter table %s detach partition %s;', target, p.partdefid::regclass)
  from pg_partitioned_table p
  where p.partrelid = target and p.partdefid <> 0
$function$;

comment on function croft.broken_table_rules(regclass, text) is
  'The rules for every table that this one breaks as a whole.';
revoke all on function croft.broken_table_rules(regclass, text) from public;

--rollback drop function croft.broken_table_rules(regclass, text);
