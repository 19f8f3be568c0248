--liquibase formatted sql

--changeset croft:create_renew_policies splitStatements:false stripComments:false rollbackSplitStatements:false
-- The grants stay as they are; a table that lacks one of its policies fails, and with it the whole.
create function croft.renew_policies() returns void
  language plpgsql volatile
  set search_path = ''
as $function$
declare
  target regclass;
  link regclass;
  condition text;
  policy name;
begin
  for target, link in
    select c.oid, substring(croft.table_tag(c.oid, 'scope') from '^shared via (.*)$')::regclass
    from pg_class c
    where c.relkind in ('r', 'p') and not c.relispartition
      and croft.table_tag(c.oid, 'scope') ~ '^(tenant$|shared via )'
    order by c.oid
  loop
    condition := case
      when link is null then croft.tenant_condition((croft.primary_key(target))[1])
      else croft.link_condition(target, link)
    end;
    foreach policy in array array['tenant_rows', 'tenant_guard'] loop
      execute format(
          'alter policy %I on %s using (%s) with check (%3$s)', policy, target, condition);
    end loop;
  end loop;
end
$function$;

comment on function croft.renew_policies() is
  'Has the policies of every tenant and shared table compare with croft.tenant_expression.';
revoke all on function croft.renew_policies() from public;

--rollback drop function croft.renew_policies();
