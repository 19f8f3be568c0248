--liquibase formatted sql

--changeset croft:create_broken_key_rules splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.broken_key_rules(target regclass, scope text)
  returns table (rule text, problem text, reason text, repair text)
  language sql stable
  set search_path = ''
as $function$
  select
    'primary-key-missing',
    'it has no primary key',
    'Rows without a key cannot be addressed, replicated or moved.',
    format('alter table %s add constraint %I primary key (%s);', target, c.relname || '_pk',
        case scope when 'tenant' then 'tenant_id, id' else 'id' end)
  from pg_class c
  where c.oid = target and croft.primary_key(target) is null
  union all
  select
    'constraint-deferrable',
    format('constraint %I is deferrable', c.conname),
    'A deferrable key is no target of upserts and of foreign keys, and errors come at commit.',
    case c.contype
      when 'f' then
        format('alter table %s alter constraint %I not deferrable;', target, c.conname)
      else
        format('alter table %s drop constraint %I, add constraint %2$I %s;', target, c.conname,
            split_part(pg_get_constraintdef(c.oid), ' DEFERRABLE', 1))
    end
  from pg_constraint c
  where c.conrelid = target and c.condeferrable and scope not in ('global', 'system')
  union all
  select
    'on-delete-explicit',
    format('foreign key %I does not say what happens on delete', k.name),
    'What becomes of a row whose parent goes is a decision, not a default.',
    format('alter table %s drop constraint %I, add constraint %2$I foreign key (%s) '
        'references %s (%s) on delete restrict; Or: on delete cascade, on delete set null.',
        target, k.name, croft.column_list(k.columns), k.referenced,
        croft.column_list(k.referenced_columns))
  from croft.foreign_keys(target) k
  where k.on_delete = 'no action'
  union all
  select
    'foreign-key-index-missing',
    format('no index begins with the columns of foreign key %I', k.name),
    'Without one, each delete of a referenced row reads the whole table.',
    format('create index on %s (%s);', target, croft.column_list(k.columns))
  from croft.foreign_keys(target) k
  where not exists (
      select from pg_index i
      where i.indrelid = target and i.indisvalid
        and (i.indpred is null or pg_get_expr(i.indpred, target) in (
            select format('(%I IS NOT NULL)', c.name) from unnest(k.columns) c (name)))
        and i.indnkeyatts >= cardinality(k.columns)
        and croft.column_names(target, (i.indkey::smallint[])[0:cardinality(k.columns) - 1])
            @> k.columns)
$function$;

comment on function croft.broken_key_rules(regclass, text) is
  'The rules for primary and foreign keys of every scope that a table breaks.';
revoke all on function croft.broken_key_rules(regclass, text) from public;

--rollback drop function croft.broken_key_rules(regclass, text);
