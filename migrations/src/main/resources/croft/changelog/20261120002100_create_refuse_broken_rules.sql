--liquibase formatted sql

--changeset croft:create_refuse_broken_rules splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.refuse_broken_rules(
    target regclass,
    scope text,
    tenant_column name default 'tenant_id',
    link regclass default null)
  returns void
  language plpgsql stable
  set search_path = ''
as $function$
declare
  broken record;
begin
  for broken in select * from croft.broken_rules(target, scope, tenant_column, link) limit 1 loop
    raise exception 'table % breaks rule %: %', target, broken.rule, broken.problem
      using detail = broken.reason, hint = broken.repair, errcode = 'invalid_table_definition';
  end loop;
end
$function$;

comment on function croft.refuse_broken_rules(regclass, text, name, regclass) is
  'Raises an error for the first rule that a table breaks.';
revoke all on function croft.refuse_broken_rules(regclass, text, name, regclass) from public;

--rollback drop function croft.refuse_broken_rules(regclass, text, name, regclass);
