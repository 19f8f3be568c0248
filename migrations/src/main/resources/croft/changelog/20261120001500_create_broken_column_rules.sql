--liquibase formatted sql

--changeset croft:create_broken_column_rules splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.broken_column_rules(target regclass, scope text)
  returns table (rule text, problem text, reason text, repair text)
  language sql stable
  set search_path = ''
as $function$
  select
    'timestamps-missing',
    format('it has no column %I of type timestamptz, not null, with a default', wanted.name),
    'Every row tells when it was made, and when it last changed unless it never does.',
    case
      when a.attname is null then
        format('alter table %s add column %I timestamptz not null default now();',
            target, wanted.name)
      else
        format('alter table %s alter column %2$I type timestamptz, '
            'alter column %2$I set default now(), alter column %2$I set not null;',
            target, wanted.name)
    end || case wanted.name
      when 'updated_at' then
        format(' For rows that never change: select croft.append_only(%L);', target)
      else ''
    end
  from (values ('created_at'), ('updated_at')) wanted (name)
  left join pg_attribute a
    on a.attrelid = target and a.attname = wanted.name and not a.attisdropped
  where (a.atttypid = 'timestamptz'::regtype and a.attnotnull and a.atthasdef) is not true
    and (wanted.name = 'created_at' or croft.table_tag(target, 'append-only') is null)
  union all
  select
    kind.rule,
    format('column %I is %s', a.attname, format_type(a.atttypid, a.atttypmod)),
    kind.reason,
    format('alter table %s alter column %I type %s;', target, a.attname, kind.better)
  from pg_attribute a
  join (values
      ('text-not-varchar', 'varchar'::regtype, 'text',
        'A length in the type needs a table rewrite to change; a check constraint does not.'),
      ('text-not-varchar', 'bpchar'::regtype, 'text',
        'A padded type compares other than it reads.'),
      ('timestamptz-not-timestamp', 'timestamp'::regtype, 'timestamptz',
        'Without its zone a time means something else on each server and client.')
    ) kind (rule, type, better, reason) on kind.type = a.atttypid
  where a.attrelid = target and a.attnum > 0 and not a.attisdropped
  union all
  select
    'no-sequence',
    format('column %I takes its value from a sequence', a.attname),
    'A tenant can move to another database only if its ids mean the same there.',
    format('alter table %s alter column %I %s; Use ids of type uuid, by croft.uuid_v7().',
        target, a.attname,
        case a.attidentity when '' then 'drop default' else 'drop identity' end)
  from pg_attribute a
  where a.attrelid = target and a.attnum > 0 and not a.attisdropped
    and scope <> 'global' and scope <> 'system'
    and (a.attidentity <> '' or exists (
        select
        from pg_attrdef def
        join pg_depend d on d.classid = 'pg_catalog.pg_attrdef'::regclass and d.objid = def.oid
        join pg_class s on d.refclassid = 'pg_catalog.pg_class'::regclass and d.refobjid = s.oid
        where def.adrelid = target and def.adnum = a.attnum and s.relkind = 'S'))
$function$;

comment on function croft.broken_column_rules(regclass, text) is
  'The rules for columns that a table breaks.';
revoke all on function croft.broken_column_rules(regclass, text) from public;

--rollback drop function croft.broken_column_rules(regclass, text);
