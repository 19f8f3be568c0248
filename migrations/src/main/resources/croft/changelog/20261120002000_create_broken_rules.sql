--liquibase formatted sql

--changeset croft:create_broken_rules splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.broken_rules(
    target regclass,
    scope text,
    tenant_column name default 'tenant_id',
    link regclass default null)
  returns table (rule text, problem text, reason text, repair text)
  language sql stable
  set search_path = ''
as $function$
  select b.rule, b.problem, b.reason, b.repair
  from (
    select 1 as part, r.*
    from croft.broken_table_rules(target, scope) with ordinality r
    union all
    select 2, r.*
    from croft.broken_tenant_rules(target, tenant_column) with ordinality r
    where scope = 'tenant'
    union all
    select 3, r.*
    from croft.broken_reference_rules(target, scope, tenant_column) with ordinality r
    union all
    select 4, r.*
    from croft.broken_link_rules(target, link) with ordinality r
    where link is not null
    union all
    select 5, r.*
    from croft.broken_key_rules(target, scope) with ordinality r
    union all
    select 6, r.*
    from croft.broken_column_rules(target, scope) with ordinality r
  ) b
  order by b.part, b.ordinality
$function$;

comment on function croft.broken_rules(regclass, text, name, regclass) is
  'Every rule that a table breaks for a scope: what is wrong, why it matters, what repairs it.';
revoke all on function croft.broken_rules(regclass, text, name, regclass) from public;

--rollback drop function croft.broken_rules(regclass, text, name, regclass);
